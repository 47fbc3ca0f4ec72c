// Adds the made-up clients through the ordinary channels, as the screens would. Refuses to go on after a refusal.
import type { LocalId } from './brand.ts';
import type { LocalDate } from './dates.ts';
import { type DemoClient, demoCommands, demoDetails, demoPlanContent, demoStart, loadDemo } from './demo.ts';
import { demoClinical, demoMeasures } from './demoHealth.ts';
import { demoDocument, demoHeader } from './demoNotes.ts';
import type { Channel } from './ipc/channels.ts';
import type { ChannelInput, ChannelOutput } from './ipc/contract.ts';
import type { Plan } from './plans/plan.ts';

/** Calls one channel and gives its value; throws on a refusal. */
export type DemoCall = <C extends Channel>(channel: C, input: ChannelInput<C>) => Promise<ChannelOutput<C>>;

export type SeedInput = { readonly call: DemoCall; readonly today: LocalDate; readonly newId: () => LocalId; /** Of the open vault; signing asks for it. */ readonly passphrase: string; readonly signer: { readonly name: string; readonly credentials: string } };

/** Adds every made-up client with episode, plan and notes; needs an open vault and a clinician's name in the settings. */
export async function seedDemo(input: SeedInput, clients: readonly DemoClient[] = loadDemo()): Promise<void> {
  for (const client of clients) await seedClient(client, input);
}

async function seedClient(demo: DemoClient, input: SeedInput): Promise<void> {
  const { call, today } = input;
  const { value: client } = await call('clients:create', { details: demoDetails(demo, input) });
  const start = demoStart(demo, today);
  if (start !== null) {
    let episode = await call('episodes:start', { clientId: client.id, start });
    for (const command of demoCommands(demo, today)) episode = await call('episodes:apply', { episodeId: episode.value.id, revision: episode.revision, command });
  }
  const plan = await seedPlan(demo, client.id, input);
  await seedNotes(demo, client.id, plan, input);
  await seedHealth(demo, client.id, input);
}

async function seedHealth({ details }: DemoClient, clientId: ChannelInput<'measures:record'>['clientId'], { call, today, newId }: SeedInput): Promise<void> {
  for (const measure of demoMeasures(details.preferredName, clientId, today)) await call('measures:record', measure);
  let revision = 0;
  for (const command of demoClinical(details.preferredName, { today, newId })) ({ revision } = await call('clinical:apply', { clientId, revision, command }));
}

async function seedPlan(demo: DemoClient, clientId: ChannelInput<'plans:create'>['clientId'], input: SeedInput): Promise<Plan | null> {
  if (demo.plan === null) return null;
  const created = await input.call('plans:create', { clientId });
  const saved = await input.call('plans:saveDraft', { planId: created.value.id, revision: created.revision, content: demoPlanContent(demo.plan, created.value.content, input) });
  if (!demo.plan.activate) return saved.value;
  return (await input.call('plans:activate', { planId: saved.value.id, revision: saved.revision })).value;
}

async function seedNotes(demo: DemoClient, clientId: ChannelInput<'notes:create'>['clientId'], plan: Plan | null, { call, today, newId, passphrase, signer }: SeedInput): Promise<void> {
  for (const note of demo.notes) {
    const open = await call('notes:create', { clientId, templateId: 'cbt_session' });
    const made = { today, newId };
    const { id: noteId } = open.value;
    const receipt = await call('notes:saveDraft', { noteId, revision: open.revision, header: demoHeader(note, open.value.header, plan, made), document: demoDocument(note, open.template, made) });
    if (!note.sign) continue;
    const signed = await call('notes:sign', { noteId, revision: receipt.revision, ...signer, passphrase });
    if (note.addendum !== undefined) await call('notes:addAddendum', { noteId, revision: signed.revision, ...note.addendum });
  }
}
