// Prints what the window shows on its print sheet: to a file that the person chooses, or to a printer.
// Refuses temporary folders: the PDF is in memory until it is written in the folder that the person chose.
import { dialog, type BrowserWindow } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { mainText } from '../../shared/text/en/main.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { writeOut } from './writeOut.ts';

export type PdfName = keyof typeof mainText.pdfNames;

export type Printing = {
  /** False when the person closed the dialog. PRINT_FAILED when it could not be made or written; a file that was there is whole then. */
  readonly toPdf: (name: PdfName) => Promise<boolean>;
  readonly toPaper: () => Promise<boolean>;
};

/** Printing of one window; `window()` throws when there is none. */
export function createPrinting(fs: VaultFs, window: () => BrowserWindow): Printing {
  return {
    async toPdf(name) {
      const target = window();
      // Made before the dialog opens, so that the page cannot have changed while it was open.
      const pdf = await makePdf(target);
      const { canceled, filePath } = await dialog.showSaveDialog(target, {
        title: mainText.dialog.savePdf, buttonLabel: mainText.dialog.save, defaultPath: mainText.pdfNames[name], filters: [{ name: 'PDF', extensions: ['pdf'] }],
        properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || filePath === '') return false;
      try {
        await writeOut(fs, filePath, pdf);
      } catch (error) {
        throw new AppError('PRINT_FAILED', {}, { cause: error });
      }
      return true;
    },
    toPaper: () => new Promise((resolve, reject) => {
      window().webContents.print({ silent: false, printBackground: true }, (success, reason) => {
        if (success) resolve(true);
        else if (/cancel/i.test(reason)) resolve(false);
        else reject(new AppError('PRINT_FAILED'));
      });
    }),
  };
}

async function makePdf(target: BrowserWindow): Promise<Uint8Array> {
  try {
    // The page's own @page rule decides size and margins; tags and outline make the file readable aloud.
    return await target.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true });
  } catch (error) {
    throw new AppError('PRINT_FAILED', {}, { cause: error });
  }
}
