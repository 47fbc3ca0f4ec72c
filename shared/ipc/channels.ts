// The names that cross the process border, and nothing else: the preload reads this list, so it
// must stay free of schemas and imports.
export const CHANNELS = [
  'app:state', 'app:folders', 'app:flushed', 'app:unfinished', 'app:place', 'app:copied', 'app:licences', 'app:quit',
  'vault:chooseFolder', 'vault:openOther', 'vault:checkPassphrase', 'vault:prepare', 'vault:printRecoveryCode', 'vault:create', 'vault:unlock', 'vault:unlockWithCode', 'vault:setPassphrase', 'vault:changePassphrase',
  'vault:newRecoveryCode', 'vault:acceptRollback', 'vault:lock', 'vault:report', 'vault:backup', 'vault:restore', 'vault:activity', 'vault:verifyPassphrase',
  'clients:list', 'clients:get', 'clients:create', 'clients:update', 'clients:archive', 'clients:restore',
  'episodes:presets', 'episodes:list', 'episodes:start', 'episodes:apply',
  'plans:list', 'plans:get', 'plans:create', 'plans:saveDraft', 'plans:activate', 'plans:discardDraft',
  'templates:list', 'templates:get',
  'notes:list', 'notes:create', 'notes:get', 'notes:saveDraft', 'notes:sign', 'notes:addAddendum', 'notes:discardDraft', 'notes:similarity', 'notes:previous', 'notes:convert', 'notes:leftovers', 'notes:putBack', 'notes:leftoverAsNote', 'notes:leftoverText', 'notes:dropLeftover', 'notes:versions', 'notes:version', 'notes:restoreVersion',
  'notes:unsigned', 'notes:discardBlank', 'notes:overlaps',
  'chart:get', 'handouts:myPlan', 'print:pdf', 'print:paper',
  'instruments:list', 'measures:list', 'measures:fromNotes', 'measures:record', 'measures:markError',
  'clinical:get', 'clinical:apply', 'rules:get', 'rules:acknowledge',
  'counselling:state', 'counselling:setUp', 'counselling:open', 'counselling:openWithCode', 'counselling:changePassphrase', 'counselling:newCode', 'counselling:close', 'counselling:list', 'counselling:get', 'counselling:save', 'counselling:remove',
  'ownTemplates:list', 'ownTemplates:save', 'ownTemplates:export', 'ownTemplates:readFile',
  'phrases:list', 'phrases:save',
  'search:query', 'palette:items',
  'spelling:check', 'spelling:suggest', 'spelling:words', 'spelling:addWord', 'spelling:removeWord',
  'settings:get', 'settings:update',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Main to renderer: fixed names, plain data. */
export const EVENTS = ['vault:locking', 'vault:locked', 'vault:damaged', 'window:closing', 'command:run'] as const;
export type EventName = (typeof EVENTS)[number];
