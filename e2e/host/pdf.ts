// Translates Electron's printing options into the DevTools command that Electron itself calls.
// Refuses options and sizes that Electron would refuse.
import type { PrintToPDFOptions } from 'electron';
import { refuseUnknownOptions } from './refuse.ts';

const KNOWN = ['displayHeaderFooter', 'footerTemplate', 'generateDocumentOutline', 'generateTaggedPDF', 'headerTemplate', 'landscape', 'margins',
  'pageRanges', 'pageSize', 'preferCSSPageSize', 'printBackground', 'scale'] as const satisfies (keyof PrintToPDFOptions)[];

/** Inches, portrait: Electron's own table. */
const SIZES: Record<string, [width: number, height: number]> = {
  A0: [33.1, 46.8], A1: [23.4, 33.1], A2: [16.54, 23.4], A3: [11.7, 16.54], A4: [8.27, 11.7], A5: [5.83, 8.27], A6: [4.13, 5.83],
  Legal: [8.5, 14], Letter: [8.5, 11], Tabloid: [11, 17], Ledger: [17, 11],
};

function paper(size: PrintToPDFOptions['pageSize']): [number, number] {
  if (size === undefined) return [8.5, 11];
  if (typeof size === 'string') {
    const known = SIZES[size];
    if (known === undefined) throw new Error(`Invalid pageSize ${size}`);
    return known;
  }
  if (!(size.width > 0) || !(size.height > 0) || size.width > 200 || size.height > 200) throw new Error('height and width properties must be numbers of inches in pageSize');
  return [size.width, size.height];
}

/** Parameters for `Page.printToPDF`; lengths are inches on both sides. */
export function printParameters(options: PrintToPDFOptions): Record<string, unknown> {
  refuseUnknownOptions(options, KNOWN, 'printToPDF');
  const [paperWidth, paperHeight] = paper(options.pageSize);
  const margins: { top?: number; bottom?: number; left?: number; right?: number; marginType?: string } = options.margins ?? {};
  refuseUnknownOptions(margins, ['top', 'bottom', 'left', 'right', 'marginType'], 'printToPDF margins');
  const scale = options.scale ?? 1;
  if (!(scale >= 0.1 && scale <= 2)) throw new Error('scale must be between 0.1 and 2');
  for (const value of [margins.top, margins.bottom, margins.left, margins.right]) {
    if (value !== undefined && !(value >= 0 && value < Math.min(paperWidth, paperHeight))) throw new Error('margins must be inches inside the page');
  }
  return {
    landscape: options.landscape ?? false, displayHeaderFooter: options.displayHeaderFooter ?? false, printBackground: options.printBackground ?? false,
    scale, paperWidth, paperHeight, marginTop: margins.top ?? 0.4, marginBottom: margins.bottom ?? 0.4, marginLeft: margins.left ?? 0.4, marginRight: margins.right ?? 0.4,
    pageRanges: options.pageRanges ?? '', headerTemplate: options.headerTemplate ?? '', footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false, generateTaggedPDF: options.generateTaggedPDF ?? false, generateDocumentOutline: options.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream',
  };
}
