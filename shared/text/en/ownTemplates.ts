// Words of the screen on which a practice makes its own note templates. Reviewed by people who do not read TSX.
export const ownTemplatesText = {
  title: 'Note templates',
  lead: 'Make a template of your own from any that comes with Throughline. Notes already written keep the version they were made from.',
  mine: 'Your templates', none: 'You have none yet. Choose one below and make your own from it.', shipped: 'Templates that come with Throughline', yours: 'Your own',
  unreadable: (count: number) => (count === 1 ? 'One of your templates is damaged and cannot be shown. Notes made from it can still be read.' : `${String(count)} of your templates are damaged and cannot be shown. Notes made from them can still be read.`),
  version: (version: number, sections: number, fields: number) => `Version ${String(version)} · ${String(sections)} ${sections === 1 ? 'section' : 'sections'} · ${String(fields)} ${fields === 1 ? 'field' : 'fields'}`,
  archived: 'archived',
  makeOwn: 'Make my own', makeOwnOf: (title: string) => `Make my own from ${title}`, edit: 'Edit', editOf: (title: string) => `Edit ${title}`, exportFile: 'Save as a file', exportOf: (title: string) => `Save ${title} as a file`, importFile: 'Read from a file',
  archive: 'Archive', archiveOf: (title: string) => `Archive ${title}`, bringBack: 'Bring back', bringBackOf: (title: string) => `Bring back ${title}`,
  exported: 'Saved. The file holds no client data.', imported: (title: string) => `${title} was read in as one of your own.`, openSettings: 'Open the note templates',
  copyTitle: (title: string) => `${title}, ours`,
  editor: {
    back: 'Back to the templates', save: 'Save template', undo: 'Undo the last change', saved: (version: number) => `Saved as version ${String(version)}. Notes already written keep theirs.`,
    name: 'Name of the template', parts: 'Sections and fields', preview: 'Preview', previewHint: 'As the note will look. What you type here is not kept.',
    section: (index: number) => `Section ${String(index)}`, sectionName: 'Name of the section', help: 'Help under the name',
    field: (label: string) => `Field: ${label}`, label: 'Label', prompt: 'Prompt while empty', required: 'Must be filled in before signing', options: 'Choices, one on each line',
    up: (name: string) => `Move ${name} up`, down: (name: string) => `Move ${name} down`, remove: (name: string) => `Take out ${name}`, details: 'Label, prompt, choices',
    addField: 'Add a field', addFieldKind: 'Kind of field', addSection: 'Add a section', newField: 'New field', newSection: 'New section', firstOption: 'First choice', secondOption: 'Second choice',
    moved: (name: string, place: number) => `${name} is now at place ${String(place)}.`, removed: (name: string) => `${name} was taken out.`, undone: 'The last change was undone.', unnamed: 'template', notTaken: 'Not saved: a line was not taken. Mend it in its box first.',
  },
} as const;
