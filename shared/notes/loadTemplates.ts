// The note templates that ship with the product, with the sections they share put in. Refuses a template
// that names an unknown service type or an unknown shared section, and one with a condition that cannot be kept.
import { z } from 'zod';
import birp from '../../resources/templates/birp.json' with { type: 'json' };
import careCoordination from '../../resources/templates/care-coordination.json' with { type: 'json' };
import cbtSession from '../../resources/templates/cbt-session.json' with { type: 'json' };
import cmVisit from '../../resources/templates/cm-visit.json' with { type: 'json' };
import common from '../../resources/templates/common.json' with { type: 'json' };
import crisisNote from '../../resources/templates/crisis-note.json' with { type: 'json' };
import dap from '../../resources/templates/dap.json' with { type: 'json' };
import didNotAttend from '../../resources/templates/did-not-attend.json' with { type: 'json' };
import discharge from '../../resources/templates/discharge.json' with { type: 'json' };
import family from '../../resources/templates/family.json' with { type: 'json' };
import girp from '../../resources/templates/girp.json' with { type: 'json' };
import groupNote from '../../resources/templates/group-note.json' with { type: 'json' };
import intake from '../../resources/templates/intake.json' with { type: 'json' };
import lapseReview from '../../resources/templates/lapse-review.json' with { type: 'json' };
import matCheckin from '../../resources/templates/mat-checkin.json' with { type: 'json' };
import narrative from '../../resources/templates/narrative.json' with { type: 'json' };
import overdoseEvent from '../../resources/templates/overdose-event.json' with { type: 'json' };
import overdosePlan from '../../resources/templates/overdose-plan.json' with { type: 'json' };
import pirp from '../../resources/templates/pirp.json' with { type: 'json' };
import planReview from '../../resources/templates/plan-review.json' with { type: 'json' };
import psychoeducation from '../../resources/templates/psychoeducation.json' with { type: 'json' };
import relapsePrevention from '../../resources/templates/relapse-prevention.json' with { type: 'json' };
import safetyPlan from '../../resources/templates/safety-plan.json' with { type: 'json' };
import soap from '../../resources/templates/soap.json' with { type: 'json' };
import telephoneContact from '../../resources/templates/telephone-contact.json' with { type: 'json' };
import wmMonitoring from '../../resources/templates/wm-monitoring.json' with { type: 'json' };
import { AppError } from '../errors.ts';
import { SERVICE_TYPES } from './note.ts';
import { brokenCondition } from './requiredIf.ts';
import { NoteTemplate, TEMPLATE_GROUPS, TemplateSection } from './template.ts';

/** Sections that service notes have in common: the foot of every note (interventions, response, progress, next steps). */
const commonSections = z.strictObject({ source: z.string(), sections: z.array(TemplateSection) }).parse(common).sections;

// In a file a section is written out, or named as one of the common ones.
const TemplateFile = z.looseObject({ sections: z.array(z.union([z.strictObject({ use: z.string() }), TemplateSection])) });

/** A template as it stands in its file, with the common sections put in; throws when it names one that does not exist. */
export function readTemplateFile(data: unknown): NoteTemplate {
  const file = TemplateFile.parse(data);
  const sections = file.sections.map((section) => {
    if (!('use' in section)) return section;
    const found = commonSections.find(({ id }) => id === section.use);
    if (found === undefined) throw new TypeError(`no common section ${section.use}`);
    return found;
  });
  const template = NoteTemplate.parse({ ...file, sections });
  z.array(z.enum(SERVICE_TYPES)).parse(template.serviceTypes);
  const broken = brokenCondition(template);
  if (broken !== undefined) throw new TypeError(`the condition of ${broken.id} cannot be kept`);
  return template;
}

// In the order they are offered within their group.
const files: readonly unknown[] = [
  cbtSession, relapsePrevention, matCheckin, cmVisit, groupNote, family, psychoeducation, lapseReview,
  intake, wmMonitoring,
  soap, dap, birp, girp, pirp, narrative,
  safetyPlan, crisisNote, overdosePlan, overdoseEvent,
  careCoordination, discharge,
  didNotAttend, telephoneContact, planReview,
];

const rank = (template: NoteTemplate): number => (template.group === undefined ? TEMPLATE_GROUPS.length : TEMPLATE_GROUPS.indexOf(template.group));
const parsed: readonly NoteTemplate[] = files.map(readTemplateFile).toSorted((a, b) => rank(a) - rank(b));

/** Current versions, group by group in the order they are offered. Do not change them: they are shared. */
export function loadTemplates(): NoteTemplate[] {
  return [...parsed];
}

/** The current version of one template; throws TEMPLATE_UNKNOWN. */
export function templateById(id: string): NoteTemplate {
  const template = parsed.find((candidate) => candidate.id === id);
  if (template === undefined) throw new AppError('TEMPLATE_UNKNOWN');
  return template;
}
