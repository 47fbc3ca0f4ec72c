// What every control of a field gets. Refuses knowledge of the editor: a control shows a value and
// reports a change.
import type { FieldValue } from '../../../shared/notes/document.ts';
import type { TemplateField } from '../../../shared/notes/template.ts';

export type FieldOf<K extends TemplateField['kind']> = Extract<TemplateField, { kind: K }>;
export type ValueOf<K extends FieldValue['kind']> = Extract<FieldValue, { kind: K }>['value'];

export type ControlProps<K extends FieldValue['kind']> = {
  field: FieldOf<K>;
  value: ValueOf<K>;
  onChange: (value: ValueOf<K>) => void;
  /** Id of the element that names the field. */
  labelId: string;
};
