// Answers to searches. Refuses to look itself: the index does.
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

export function searchHandlers({ session }: HandlerContext): Pick<HandlerTable, 'search:query'> {
  return { 'search:query': (query) => session.practice().search.query(query) };
}
