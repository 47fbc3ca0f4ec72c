// The sheet of shortcuts: what the table of commands has a key for, and the keys of fields and lists. Refuses a key
// that is not in the table or among the fixed keys of fields.
import './shortcutSheet.css';
import { keysLabel } from '../../shared/commandKeys.ts';
import { COMMAND_GROUPS, commandOf, commandTable } from '../../shared/commands.ts';
import { commandsText } from '../../shared/text/en/commands.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { platform } from '../ui/platform.ts';

const t = commandsText.sheet;
type Entry = { readonly what: string; readonly keys: readonly string[] };

function entriesOf(group: (typeof COMMAND_GROUPS)[number]): Entry[] {
  return commandTable.flatMap((command) => (command.group === group && command.keys ? [{ what: command.label, keys: [keysLabel(command.keys, platform)] }] : []));
}

function Group({ title, entries }: { title: string; entries: readonly Entry[] }) {
  return (
    <section className="shortcuts__group">
      <h3 className="shortcuts__title">{title}</h3>
      <dl>{entries.map(({ what, keys }) => <div className="shortcuts__row" key={what}><dt>{what}</dt><dd>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dd></div>)}</dl>
    </section>
  );
}

/** The dialog. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const palette = commandOf('palette').keys;
  const groups = COMMAND_GROUPS.map((group) => ({ title: commandsText.groups[group], entries: entriesOf(group) })).filter(({ entries }) => entries.length > 0);
  return (
    <Dialog wide title={t.title} description={palette ? t.lead(keysLabel(palette, platform)) : undefined} closeLabel={t.close} onClose={onClose} foot={<Button onClick={onClose}>{t.close}</Button>}>
      <div className="shortcuts" tabIndex={0} role="region" aria-label={t.title}>
        {groups.map((group) => <Group key={group.title} {...group} />)}
        <Group title={t.fields} entries={t.fieldKeys} />
        <Group title={t.everywhere} entries={t.everywhereKeys} />
      </div>
    </Dialog>
  );
}
