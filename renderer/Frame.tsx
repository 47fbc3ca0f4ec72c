// The frame of an open vault: rail, room, status line, and the ways between rooms. Refuses to leave
// a room before its pending saves are on the disk, unless the person says so.
import { Compass, FolderOpen, Lock, Search, Settings as SettingsIcon } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { keysLabel } from '../shared/commandKeys.ts';
import { commandOf, type CommandId } from '../shared/commands.ts';
import type { Place } from '../shared/ipc/place.ts';
import type { AppState } from '../shared/ipc/vaultContract.ts';
import { commandsText } from '../shared/text/en/commands.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { searchText } from '../shared/text/en/search.ts';
import { api, onEvent } from './api.ts';
import { announceChange, onChange } from './data/changes.ts';
import { hasForms } from './data/flush.ts';
import { forgetSearch } from './data/keptSearch.ts';
import { askForNote, forgetAhead } from './data/noteAhead.ts';
import { nowAt, placeOf } from './data/place.ts';
import { GoContext, type Route } from './data/route.ts';
import { arrivedBack, startRoute } from './data/handed.ts';
import { clientInFront } from './data/saveState.ts';
import { showPlace } from './data/showPlace.ts';
import { arrive } from './data/wayBack.ts';
import { sentenceOf } from './data/sentenceOf.ts';
import { useCommandKeys } from './data/useCommandKeys.ts';
import { useFrameCommands } from './data/useFrameCommands.ts';
import { useLeaving } from './data/useLeaving.ts';
import { useNarrow } from './data/useNarrow.ts';
import { LeftoversBanner } from './Leftovers.tsx';
import { Palette, type StartNote } from './palette/Palette.tsx';
import { ShortcutSheet } from './palette/ShortcutSheet.tsx';
import { forgetUses } from './palette/used.ts';
import { Room } from './Room.tsx';
import { RoomBoundary } from './RoomBoundary.tsx';
import { Status } from './Status.tsx';
import { LeaveDialog } from './ui/LeaveDialog.tsx';
import { Notice } from './ui/Notes.tsx';
import { platform } from './ui/platform.ts';
import { Rail } from './ui/Rail.tsx';

const t = frameText;

function keysOf(id: CommandId): string {
  const { keys } = commandOf(id);
  return keys ? keysLabel(keys, platform) : '';
}

/** A form that goes takes no letter more: between the question and the drawing of the next room one could come. */
function atOnce(show: () => void): void {
  if (hasForms()) flushSync(show);
  else show();
}

// The control that was pressed is gone with its room; the keyboard must not be left nowhere.
function useKeepFocus(route: Route): void {
  useEffect(() => { if (document.activeElement === document.body) document.getElementById('room')?.focus(); }, [route]);
}

/** `place`: where one was before the lock. `damaged`: records found damaged while the vault was open; null where nothing was found. */
export function Frame({ state, place, readOnly, damaged, onState }: { state: AppState; place: Place | null; readOnly: boolean; damaged: number | null; onState: (state: AppState) => void }) {
  const [route, setRoute] = useState<Route>(() => startRoute(place));
  // Another room, the lock, or a question that must be answered ends what was opened over the one before.
  const [opened, setOpened] = useState<{ what: 'palette' | 'shortcuts'; over: Route } | null>(null);
  const closeOver = useCallback(() => setOpened(null), []);
  const { leaveFor, question } = useLeaving(closeOver);
  const turn = useRef(0);
  // Every way out begins here: whoever goes elsewhere meanwhile stays there.
  const leave = useCallback((work: (isWanted: () => boolean, gaveUp: boolean) => void) => {
    const mine = ++turn.current;
    leaveFor((gaveUp) => work(() => mine === turn.current, gaveUp));
  }, [leaveFor]);
  /** To a room that was waited for: what was typed while it came is asked about as at the press. */
  const enter = useCallback((next: Route, isWanted: () => boolean, gaveUp: boolean) => {
    if (isWanted()) leaveFor(() => { if (isWanted()) atOnce(() => setRoute((here) => arrive(here, next))); }, gaveUp);
  }, [leaveFor]);
  const go = useCallback((next: Route) => leave((isWanted, gaveUp) => {
    if (next.room === 'note') askForNote(next.noteId, () => enter(next, isWanted, gaveUp));
    else if (isWanted()) atOnce(() => setRoute((here) => arrive(here, next)));
  }), [leave, enter]);
  const [narrow, setNarrow] = useNarrow();
  const [locking, setLocking] = useState(false);
  const [refused, setRefused] = useState<string>();
  // The question comes first; whoever leaves after it is not refused for what could not be saved.
  const lock = useCallback(() => leave(() => {
    setLocking(true);
    setRefused(undefined);
    const tryLock = () => api.vault.lock({});
    tryLock().catch(tryLock).then(onState, (error: unknown) => { setLocking(false); setRefused(sentenceOf(error)); });
  }), [leave, onState]);
  useEffect(() => onEvent('window:closing', (before) => { if (before === 'lock') lock(); else leave(() => { void api.app.quit({}); }); }), [leave, lock]);
  const over = opened?.over === route && !locking ? opened.what : null;
  const fail = useCallback((error: unknown) => setRefused(sentenceOf(error)), []);
  // Nothing is made before the person has agreed to leave.
  const startNote = useCallback<StartNote>((clientId, templateId, refuse) => leave((isWanted, gaveUp) => {
    api.notes.create({ clientId, templateId }).then((made) => {
      announceChange();
      enter({ room: 'note', clientId, noteId: made.value.id }, isWanted, gaveUp);
    }, refuse);
  }), [leave, enter]);
  useEffect(() => {
    arrivedBack();
    return () => { forgetUses(); forgetSearch(); };
  }, []);
  useEffect(() => {
    const stop = onChange(forgetAhead);
    return () => { stop(); forgetAhead(); };
  }, []);
  useFrameCommands({ route, go, lock, state, onState, refuse: fail, palette: () => setOpened({ what: 'palette', over: route }), shortcuts: () => setOpened({ what: 'shortcuts', over: route }) });
  useCommandKeys();
  useEffect(() => onEvent('vault:locking', () => setLocking(true)), []);
  const clientId = 'clientId' in route ? route.clientId : null;
  useEffect(() => clientInFront(clientId), [clientId]);
  useEffect(() => {
    nowAt(placeOf(route));
    return () => nowAt(null);
  }, [route]);
  useKeepFocus(route);
  useEffect(() => showPlace('room', { words: 'find' in route ? route.find : [], at: 'at' in route ? route.at : null }), [route]);
  const items = useMemo(() => [
    { id: 'caseload', label: t.caseload, icon: FolderOpen, current: route.room !== 'settings' && route.room !== 'templates' && route.room !== 'search', perform: () => go({ room: 'caseload' }) },
    { id: 'palette', label: commandsText.palette.rail, icon: Compass, keys: keysOf('palette'), perform: () => setOpened({ what: 'palette', over: route }) },
    { id: 'search', label: searchText.title, icon: Search, current: route.room === 'search', perform: () => go({ room: 'search' }) },
    { id: 'settings', label: t.settings, icon: SettingsIcon, /* Note templates are opened from there. */ current: route.room === 'settings' || route.room === 'templates', perform: () => go({ room: 'settings' }) },
  ], [go, route]);
  const foot = [{ id: 'lock', label: locking ? t.locking : t.lock, icon: Lock, keys: keysOf('lock'), perform: lock }];
  return (
    <GoContext value={go}>
      <div className="frame">
        <a className="skip-link" href="#room" onClick={(event) => { event.preventDefault(); document.getElementById('room')?.focus(); }}>{t.skipToRoom}</a>
        <Rail appName={t.appName} label={t.railLabel} items={items} foot={foot} narrow={narrow} onNarrow={setNarrow} narrowLabel={t.narrowRail} widenLabel={t.widenRail} />
        <div className="frame__room">
          {readOnly ? <div className="frame__banner"><Notice tone="warn" title={t.report.readOnlyTitle}>{t.report.readOnlyText}</Notice></div> : null}
          {damaged === null ? null : <div className="frame__banner"><Notice tone="warn" title={damaged > 0 ? t.report.damaged(damaged) : t.report.damagedPlace}>{t.report.whatToDo}</Notice></div>}
          {refused ? <div className="frame__banner"><Notice tone="error">{refused}</Notice></div> : null}
          <UnfinishedBanner form={state.unfinishedForm} />
          <LeftoversBanner route={route} />
          <main className={isClientRoom(route) ? 'frame__page frame__page--client' : 'frame__page'} id="room" tabIndex={-1}>
            <RoomBoundary route={route}><Room route={route} state={state} onState={onState} /></RoomBoundary>
          </main>
        </div>
        <Status readOnly={readOnly} />
      </div>
      {over === 'palette' ? <Palette route={route} go={go} startNote={startNote} refuse={fail} onSearch={(words) => go({ room: 'search', words })} onClose={closeOver} /> : null}
      {over === 'shortcuts' ? <ShortcutSheet onClose={closeOver} /> : null}
      {locking ? <div className="lock-cover" role="status">{t.locking}</div> : null}
      {question ? <LeaveDialog {...question} /> : null}
    </GoContext>
  );
}

/** Says once, after an unlock, which form a lock closed. */
function UnfinishedBanner({ form }: { form: string | null }) {
  const [seen, setSeen] = useState(false);
  if (form === null || seen) return null;
  const close = () => { setSeen(true); void api.app.unfinished({ form: null }); };
  return <div className="frame__banner"><Notice tone="warn" title={t.unfinished.title(form)} action={{ label: t.unfinished.understood, perform: close }}>{t.unfinished.text}</Notice></div>;
}

function isClientRoom(route: Route): boolean {
  return route.room === 'client' || route.room === 'note' || route.room === 'measure' || route.room === 'handout' || route.room === 'editClient';
}
