// Answers with what a handout holds. Refuses to choose the words: see shared/handouts.
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';
import { AppError } from '../../shared/errors.ts';

export function handoutsHandlers(_context: HandlerContext): Pick<HandlerTable, 'handouts:myPlan'> {
  return { 'handouts:myPlan': async () => { throw new AppError('NOT_FOUND'); } };
}
