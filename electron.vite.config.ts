// Builds the three bundles: main (ESM), preload (one CommonJS file, because the
// window is sandboxed) and renderer. Everything is bundled; nothing is loaded
// from node_modules at run time, so the packaged app holds no dependency tree.
import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';
import { licences } from './electron/build/licences.ts';
import { leanSlate } from './renderer/build/leanSlate.ts';

export default defineConfig({
  main: {
    plugins: [licences()],
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      sourcemap: false,
      minify: false,
      rolldownOptions: {
        input: { index: 'electron/main.ts', kdfWorker: 'electron/vault/kdfWorker.ts', searchWorker: 'electron/search/searchWorker.ts', spellWorker: 'electron/spelling/spellWorker.ts' },
        external: ['electron', /^node:/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [licences()],
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      sourcemap: false,
      rolldownOptions: {
        input: { index: 'electron/preload.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), leanSlate(), licences()],
    build: {
      outDir: 'out/renderer',
      sourcemap: false,
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: {
        input: { index: 'renderer/index.html' },
        // The schema library and its setting in one file: a schema in a file that is loaded before the entry would otherwise
        // be made before the library is told not to try `new Function`, which the content security policy refuses aloud.
        output: {
          codeSplitting: { groups: [{ name: 'schema', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]zodSetup\.ts$/ }] },
          // What is fetched in idle time is compiled then too, function by function, and not at the first press (decision
          // 0038). What the first screen needs is compiled as it is used: there, all of it at once would hold the start.
          postBanner: (chunk) => (chunk.isEntry ? '' : '//# allFunctionsCalledOnLoad\n'),
        },
      },
    },
  },
});
