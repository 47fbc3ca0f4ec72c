// Prints what the window shows. Refuses to choose what is on the page: the print sheet does.
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

export function printHandlers({ printing }: HandlerContext): Pick<HandlerTable, 'print:pdf' | 'print:paper'> {
  return {
    'print:pdf': async ({ suggestedName }) => ({ saved: await printing.toPdf(suggestedName) }),
    'print:paper': async () => ({ printed: await printing.toPaper() }),
  };
}
