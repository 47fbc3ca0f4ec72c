import { describe, expect, it } from 'vitest';
import { type ClientId, EpisodeId, LocalId, NoteId, PlanId, RecordId } from './brand.ts';
import { caseloadRow } from './clients/caseload.ts';
import { Client } from './clients/client.ts';
import { checkClientDetails } from './clients/clientRules.ts';
import { summarise } from './clients/summary.ts';
import { applyClinicalCommand } from './clinical/clinicalCommand.ts';
import { type ClinicalRecord, emptyClinicalRecord } from './clinical/clinicalRecord.ts';
import { applyEpisodeCommand } from './continuum/applyCommand.ts';
import { Episode } from './continuum/episode.ts';
import { startEpisode } from './continuum/startEpisode.ts';
import { Instant, type LocalDate, LocalTime, parseLocalDate } from './dates.ts';
import { type DemoCall, seedDemo } from './demoSeed.ts';
import { loadDemo } from './demo.ts';
import type { Channel } from './ipc/channels.ts';
import { contract, type ChannelInput } from './ipc/contract.ts';
import { instrumentById } from './measures/loadInstruments.ts';
import { type Measure, newMeasure } from './measures/measure.ts';
import { noteHead } from './notes/heads.ts';
import { templateById } from './notes/loadTemplates.ts';
import { newNote } from './notes/newNote.ts';
import { Note } from './notes/note.ts';
import { addAddendum, saveNoteDraft, signNote } from './notes/noteLife.ts';
import { activatePlan, newPlan, savePlanDraft } from './plans/newPlan.ts';
import { Plan } from './plans/plan.ts';

let made = 0;
const letters = () => (made += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(26, 'c');
const newId = () => LocalId.parse(letters());
const signer = { name: 'Robin Vale', credentials: 'LADC' };

// The pure functions behind the channels that the seed uses, over plain maps, with the real input and
// output schemas of the border.
function practice(today: LocalDate) {
  const at = Instant.parse(`${today}T20:00:00.000Z`);
  const acting = { today, at, author: signer.name, newId };
  const template = templateById('cbt_session');
  const clients = new Map<string, Client>();
  const episodes = new Map<string, Episode>();
  const plans = new Map<string, Plan>();
  const notes = new Map<string, Note>();
  const measures = new Map<string, Measure>();
  const clinical = new Map<string, ClinicalRecord>();
  const of = <T extends { clientId: ClientId }>(kind: Map<string, T>, clientId: string) => [...kind.values()].filter((item) => item.clientId === clientId);
  const need = <T>(value: T | undefined): T => { if (value === undefined) throw new Error('not there'); return value; };
  const keep = <T extends { id: string }>(kind: Map<string, T>, value: T) => { kind.set(value.id, value); return { value, revision: 1 }; };
  const keepNote = (value: Note) => ({ ...keep(notes, value), template, born: need(clients.get(value.clientId)).details.dateOfBirth });
  const answers: { [C in Channel]?: (input: ChannelInput<C>) => unknown } = {
    'clients:create': ({ details }) => keep(clients, Client.parse({ id: letters(), details: checkClientDetails(details, today), summary: summarise({ episodes: [], plans: [], notes: [], today }), status: 'active', createdAt: at, updatedAt: at })),
    'episodes:start': ({ clientId, start }) => keep(episodes, startEpisode({ ...acting, clientId, episodeId: EpisodeId.parse(letters()), start, existing: of(episodes, clientId) })),
    'episodes:apply': ({ episodeId, command }) => keep(episodes, applyEpisodeCommand(need(episodes.get(episodeId)), command, acting)),
    'plans:create': ({ clientId }) => keep(plans, newPlan({ planId: PlanId.parse(letters()), clientId, episodeId: null, level: null, today, at })),
    'plans:saveDraft': ({ planId, content }) => keep(plans, savePlanDraft(need(plans.get(planId)), content, at)),
    'plans:activate': ({ planId }) => keep(plans, activatePlan(need(plans.get(planId)), { active: null, signer, at }).activated),
    'measures:record': ({ clientId, instrumentId, ...given }) => keep(measures, newMeasure({ ...given, id: RecordId.parse(letters()), clientId, instrument: instrumentById(instrumentId), today, recordedAt: at, administrator: signer.name })),
    'clinical:apply': ({ clientId, command }) => { const value = applyClinicalCommand(clinical.get(clientId) ?? emptyClinicalRecord(clientId), command, acting); clinical.set(clientId, value); return { value, revision: 1 }; },
    'notes:create': ({ clientId }) => keepNote(newNote({ noteId: NoteId.parse(letters()), clientId, episode: of(episodes, clientId)[0] ?? null, template, templateRecordId: RecordId.parse('t'.repeat(26)), today, startTime: null, at, newId })),
    'notes:saveDraft': ({ noteId, header, document }) => { keep(notes, saveNoteDraft(need(notes.get(noteId)), { header, document }, template, at)); return { revision: 1, savedAt: 0 }; },
    'notes:sign': ({ noteId, name, credentials }) => keepNote(signNote(need(notes.get(noteId)), template, { name, credentials, appVersion: '', contentHash: 'f'.repeat(64), at, now: { date: today, time: LocalTime.parse('20:00') }, episode: null })),
    'notes:addAddendum': ({ noteId, text, reason }) => keepNote(addAddendum(need(notes.get(noteId)), { text, reason, authorName: signer.name, credentials: '', id: newId(), at })),
  };
  const call: DemoCall = async (channel, input) => {
    const answer = answers[channel];
    if (answer === undefined) throw new Error(`not used: ${channel}`);
    return contract[channel].output.parse(answer(contract[channel].input.parse(input) as never)) as never;
  };
  const rows = () => [...clients.values()].map((client) => caseloadRow({ ...client, summary: summarise({ episodes: of(episodes, client.id), plans: of(plans, client.id), notes: of(notes, client.id).map(noteHead), today }) }, today, at));
  return { call, rows, episodes, plans, notes };
}

describe('the made-up clients', () => {
  it.each(['2026-11-22', '2028-02-29', '2027-03-31', '2026-01-01'])('pass through every border on %s', async (text) => {
    const today = parseLocalDate(text);
    const { call, rows, episodes, plans, notes } = practice(today);
    await seedDemo({ call, today, newId, passphrase: 'five words of no meaning', signer });
    const caseload = rows();
    expect(caseload).toHaveLength(10);
    expect(caseload.map(({ level }) => level)).toEqual(['IOP', 'RES', 'OP', 'PHP', 'WM_RES', 'IOP', 'AFTERCARE', null, 'OP', null]);
    expect(caseload[0]).toMatchObject({ dayInLevel: 34, unsignedNotes: 1, alerts: [] });
    expect(new Set(caseload.flatMap(({ alerts }) => alerts.map(({ id }) => id)))).toEqual(new Set(['R-PREG1', 'R-NAL1', 'R-ENV1', 'R-PLAN1', 'R-PLAN2']));
    expect(caseload[9]).toMatchObject({ nextReview: null, alerts: [] });
    for (const episode of episodes.values()) Episode.parse(episode);
    for (const plan of plans.values()) Plan.parse(plan);
    for (const note of notes.values()) Note.parse(note);
    expect([...notes.values()].filter(({ status }) => status === 'signed').length).toBeGreaterThan(12);
    for (const { header } of notes.values()) expect(header.planLinks.length > 0 || header.noPlanLinkReason !== '' || header.serviceType === 'telephone').toBe(true);
  });

  it('name no one twice, in several scripts, some at length', () => {
    const names = loadDemo().map(({ details }) => details.legalName);
    expect(new Set(names).size).toBe(names.length);
    for (const script of [/\p{Script=Arabic}/u, /\p{Script=Han}/u, /\p{Script=Thai}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /.{70}/u]) expect(names.some((name) => script.test(name)), String(script)).toBe(true);
    for (const { details } of loadDemo()) expect(details.phone).toMatch(/^555-01\d\d$/);
  });

  it('use the preferred words', () => {
    const words = JSON.stringify(loadDemo()).toLowerCase();
    for (const avoided of ['addict', 'junkie', 'abuse', 'dirty', 'clean', 'non-compliant', 'resistant', 'denial', 'no-show', 'relapsed', 'sober "']) expect(words, avoided).not.toContain(avoided);
  });
});
