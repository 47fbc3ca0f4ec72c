// Answers about treatment plans: reads, calls the pure function, writes. Refuses to change a version that is in force.
import { PlanId, type ClientId } from '../../shared/brand.ts';
import { activeEpisode, currentPhase } from '../../shared/continuum/position.ts';
import { AppError } from '../../shared/errors.ts';
import { activatePlan, newPlan, nextVersion, planRoles, savePlanDraft } from '../../shared/plans/newPlan.ts';
import type { Plan, PlanContent } from '../../shared/plans/plan.ts';
import { planHead } from '../../shared/plans/planHead.ts';
import { instantOf, todayOf } from '../session/clock.ts';
import { newRecordId } from '../session/newId.ts';
import type { Practice } from '../session/practice.ts';
import { assertRevision, revisioned, type Revisioned } from '../session/records.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { HandlerTable } from './answer.ts';
import { activeClient, saveForClient } from './clientWrites.ts';
import type { HandlerContext } from './context.ts';

type PlanHandlers = Pick<HandlerTable, 'plans:list' | 'plans:get' | 'plans:create' | 'plans:saveDraft' | 'plans:activate' | 'plans:discardDraft'>;
type At = { readonly planId: PlanId; readonly revision: number };

async function create(context: HandlerContext, clientId: ClientId): Promise<Revisioned<Plan>> {
  const practice = context.session.practice();
  return practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    const [plans, episodes] = await Promise.all([practice.records.openAll('plan', clientId), practice.records.openAll('episode', clientId)]);
    // The next version and its numbers follow from the newest, which may be the one that cannot be read.
    practice.records.assertReadable('plan', clientId);
    const { draft, latest } = planRoles(plans.map((low) => low.data));
    if (draft !== null) throw new AppError('PLAN_DRAFT_EXISTS');
    const today = todayOf(context.clock);
    const episode = activeEpisode(episodes.map((low) => low.data));
    const level = episode === null ? null : currentPhase(episode, today)?.level ?? null;
    const begun = { planId: newRecordId(PlanId), level, today, at: instantOf(context.clock), episodeId: episode?.id ?? null, timing: practice.rules() };
    const value = latest === null ? newPlan({ ...begun, clientId }) : nextVersion(latest, begun);
    const low = practice.records.draft('plan', value.id, clientId, value);
    await saveForClient(practice, clientId, { plans: [{ low, value }] }, today);
    return revisioned(low);
  });
}

/** The draft at the revision the window knows, inside the client's turn. */
async function withDraft<T>(context: HandlerContext, { planId, revision }: At, work: (practice: Practice, low: RecordLow<Plan>) => Promise<T>): Promise<T> {
  const practice = context.session.practice();
  const { clientId } = (await practice.records.open('plan', planId)).data;
  return practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    const low = await practice.records.open('plan', planId);
    if (low.data.status !== 'draft') throw new AppError('PLAN_NOT_DRAFT');
    assertRevision(low, revision);
    return work(practice, low);
  });
}

function saveDraft(context: HandlerContext, at: At, content: PlanContent): Promise<Revisioned<Plan>> {
  return withDraft(context, at, async (practice, low) => {
    const value = savePlanDraft(low.data, content, instantOf(context.clock));
    await saveForClient(practice, value.clientId, { plans: [{ low, value }] }, todayOf(context.clock));
    return revisioned(low);
  });
}

function activate(context: HandlerContext, at: At): Promise<Revisioned<Plan>> {
  return withDraft(context, at, async (practice, low) => {
    const others = await practice.records.openAll('plan', low.data.clientId);
    practice.records.assertReadable('plan', low.data.clientId);
    const { active } = planRoles(others.map((other) => other.data));
    const { clinicianName, credentials } = practice.settings.data;
    const { activated, superseded } = activatePlan(low.data, { active, signer: { name: clinicianName, credentials }, at: instantOf(context.clock) });
    const before = superseded === null ? undefined : others.find((other) => other.data.id === superseded.id);
    const plans = [{ low, value: activated }, ...(before === undefined || superseded === null ? [] : [{ low: before, value: superseded }])];
    await saveForClient(practice, activated.clientId, { plans }, todayOf(context.clock));
    return revisioned(low);
  });
}

function discard(context: HandlerContext, at: At): Promise<Record<string, never>> {
  return withDraft(context, at, async (practice, low) => {
    await saveForClient(practice, low.data.clientId, { removed: [{ kind: 'plan', recordId: low.data.id, adapter: low.adapter }] }, todayOf(context.clock));
    return {};
  });
}

export function plansHandlers(context: HandlerContext): PlanHandlers {
  const { session } = context;
  return {
    'plans:list': async ({ clientId }) => {
      const { records } = session.practice();
      return { heads: (await records.openAll('plan', clientId)).map((low) => planHead(low.data)), unreadable: records.unreadable('plan', clientId) };
    },
    'plans:get': async ({ planId }) => revisioned(await session.practice().records.open('plan', planId)),
    'plans:create': ({ clientId }) => create(context, clientId),
    'plans:saveDraft': ({ content, ...at }) => saveDraft(context, at, content),
    'plans:activate': (at) => activate(context, at),
    'plans:discardDraft': (at) => discard(context, at),
  };
}
