// Loaded with `--import` before the built main bundle: the specifier `electron` becomes the stand-in.
// Changes no other module.
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' || specifier === 'electron/main' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(specifier, context);
  },
});

// The app's workers inherit this file, but have no window.
if (isMainThread) {
  const { connectBrowser } = await import('./ready.ts');
  await connectBrowser();
}
