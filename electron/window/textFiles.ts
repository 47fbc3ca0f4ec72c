// Small text files that the person writes out or reads in, by the system's own dialogs. Refuses to read more than it
// is told to, and to leave a trace in "recent documents".
import { dialog, type BrowserWindow } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { mainText } from '../../shared/text/en/main.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { readIn } from './readIn.ts';
import { writeOut } from './writeOut.ts';

/** Which file is meant; the words are in shared/text/en/main.ts. */
export type TextFileKind = keyof typeof mainText.textFiles;

export type TextFiles = {
  /** False when the dialog was closed. EXPORT_FAILED where the disk refuses; a file that was there is whole then. */
  readonly save: (kind: TextFileKind, content: string) => Promise<boolean>;
  /** null when the dialog was closed. IMPORT_FAILED where it cannot be read. */
  readonly open: (kind: TextFileKind, mostBytes: number) => Promise<{ readonly content: string } | 'tooLarge' | null>;
};

/** Dialogs over one window. */
export function createTextFiles(fs: VaultFs, window: () => BrowserWindow): TextFiles {
  return {
    async save(kind, content) {
      const words = mainText.textFiles[kind];
      const { canceled, filePath } = await dialog.showSaveDialog(window(), { title: words.saveTitle, buttonLabel: mainText.dialog.save, defaultPath: words.name, filters: [{ name: words.filter, extensions: [words.extension] }], properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'] });
      if (canceled || filePath === '') return false;
      try {
        await writeOut(fs, filePath, Buffer.from(content, 'utf8'));
      } catch (error) {
        throw new AppError('EXPORT_FAILED', {}, { cause: error });
      }
      return true;
    },
    async open(kind, mostBytes) {
      const words = mainText.textFiles[kind];
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), { title: words.openTitle, buttonLabel: mainText.dialog.choose, filters: [{ name: words.filter, extensions: [words.extension] }], properties: ['openFile', 'dontAddToRecent'] });
      const [path] = filePaths;
      if (canceled || path === undefined) return null;
      try {
        return await readIn(path, mostBytes);
      } catch (error) {
        throw new AppError('IMPORT_FAILED', {}, { cause: error });
      }
    },
  };
}
