// Asks the person for a folder with the system's own dialog. Refuses to leave a trace in "recent documents".
import { dialog, type BrowserWindow } from 'electron';
import { AppError } from '../../shared/errors.ts';

/** The chosen folder; CANCELLED when the dialog was closed. */
export async function askForFolder(window: BrowserWindow, title: string, buttonLabel: string, defaultPath?: string): Promise<string> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title, buttonLabel, properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'], ...(defaultPath === undefined ? {} : { defaultPath }),
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) throw new AppError('CANCELLED');
  return folder;
}
