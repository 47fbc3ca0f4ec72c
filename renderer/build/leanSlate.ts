// A change to slate-react while it is bundled: its elements stand without a context of their own. Refuses to pass by a
// version in which the place is not found: the build fails then, and whoever updates the library decides anew.

/** What of a bundler's plugin is used here. */
export type LeanPlugin = { readonly name: string; readonly enforce: 'pre'; readonly transform: (code: string, id: string) => string | undefined; readonly buildEnd: (error?: Error) => void };

const FROM = 'React.createElement(ElementContext.Provider, {\n      key: `provider-${key.id}`,\n      value: n\n    },';
const TO = 'React.createElement(Fragment, {\n      key: `provider-${key.id}`\n    },';

/**
 * slate-react gives every element a context, so that `useElement` works below it. Nothing here calls that. Its price is
 * paid at each key: the context of the section and of the text field changes, and React then walks the whole text
 * below them, every paragraph and word, in search of someone who reads it (decision 0030).
 */
export function leanSlate(): LeanPlugin {
  let seen = false;
  let changed = false;
  return {
    name: 'lean-slate',
    enforce: 'pre',
    transform(code, id) {
      if (!/slate-react[\\/]dist[\\/]index\.es\.js$/.test(id.split('?')[0] ?? '')) return undefined;
      seen = true;
      changed = code.includes(FROM);
      return code.replace(FROM, TO);
    },
    buildEnd(error) {
      if (error === undefined && seen && !changed) throw new Error('slate-react has changed: renderer/build/leanSlate.ts no longer finds the context of elements');
    },
  };
}
