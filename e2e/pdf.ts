// Reads a printed PDF for the tests: its text, its pages, whether it is tagged.
import { readFile } from 'node:fs/promises';

export type ReadPdf = { pages: number; tagged: boolean; text: string; title: string; /** Of the first page, in points. */ size: { width: number; height: number } };

/** Opens a PDF from disk and reads all of its text. */
export async function readPdf(path: string): Promise<ReadPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  const parts: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const content = await (await document.getPage(at)).getTextContent();
    parts.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const [, , width = 0, height = 0] = (await document.getPage(1)).view;
  const [mark, meta] = [await document.getMarkInfo() as unknown, await document.getMetadata()];
  const title = (meta.info as { Title?: string }).Title ?? '';
  const result = { pages: document.numPages, tagged: (mark as ReadonlyMap<string, unknown> | null)?.get('Marked') === true, text: parts.join('\n').replaceAll(/\s+/g, ' '), title, size: { width: Math.round(width), height: Math.round(height) } };
  await document.loadingTask.destroy();
  return result;
}
