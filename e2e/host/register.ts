// Loaded with `--import` before the built main bundle: the specifier `electron` becomes the stand-in.
// Changes no other module.
import { registerHooks } from 'node:module';

const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' || specifier === 'electron/main' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(specifier, context);
  },
});
