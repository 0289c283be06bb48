import enCommon from './en/common.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enHeadquarters from './en/headquarters.json' with { type: 'json' };
import enHistory from './en/history.json' with { type: 'json' };
import enHome from './en/home.json' with { type: 'json' };
import enImport from './en/import.json' with { type: 'json' };
import enMeetings from './en/meetings.json' with { type: 'json' };
import enMerging from './en/merging.json' with { type: 'json' };
import enPerson from './en/person.json' with { type: 'json' };
import enInstitutions from './en/institutions.json' with { type: 'json' };
import enLists from './en/lists.json' with { type: 'json' };
import enStructure from './en/structure.json' with { type: 'json' };
import enMembers from './en/members.json' with { type: 'json' };
import enNeighbours from './en/neighbours.json' with { type: 'json' };
import enOffice from './en/office.json' with { type: 'json' };
import enOpening from './en/opening.json' with { type: 'json' };
import enPapers from './en/papers.json' with { type: 'json' };
import enRecovery from './en/recovery.json' with { type: 'json' };
import enShell from './en/shell.json' with { type: 'json' };
import enStick from './en/stick.json' with { type: 'json' };
import enSync from './en/sync.json' with { type: 'json' };
import enTyping from './en/typing.json' with { type: 'json' };
import enUsers from './en/users.json' with { type: 'json' };
import enWords from './en/words.json' with { type: 'json' };
import esCommon from './es/common.json' with { type: 'json' };
import esErrors from './es/errors.json' with { type: 'json' };
import esHeadquarters from './es/headquarters.json' with { type: 'json' };
import esHistory from './es/history.json' with { type: 'json' };
import esHome from './es/home.json' with { type: 'json' };
import esImport from './es/import.json' with { type: 'json' };
import esMeetings from './es/meetings.json' with { type: 'json' };
import esMerging from './es/merging.json' with { type: 'json' };
import esPerson from './es/person.json' with { type: 'json' };
import esInstitutions from './es/institutions.json' with { type: 'json' };
import esLists from './es/lists.json' with { type: 'json' };
import esStructure from './es/structure.json' with { type: 'json' };
import esMembers from './es/members.json' with { type: 'json' };
import esNeighbours from './es/neighbours.json' with { type: 'json' };
import esOffice from './es/office.json' with { type: 'json' };
import esOpening from './es/opening.json' with { type: 'json' };
import esPapers from './es/papers.json' with { type: 'json' };
import esRecovery from './es/recovery.json' with { type: 'json' };
import esShell from './es/shell.json' with { type: 'json' };
import esStick from './es/stick.json' with { type: 'json' };
import esSync from './es/sync.json' with { type: 'json' };
import esTyping from './es/typing.json' with { type: 'json' };
import esUsers from './es/users.json' with { type: 'json' };
import esWords from './es/words.json' with { type: 'json' };

/**
 * Every text of the app, one namespace a workplace, bundled (design §8: all functions offline, both languages).
 * A new namespace is a pair of files and a line in each list below.
 */
export const locales = {
  es: {
    common: esCommon,
    shell: esShell,
    opening: esOpening,
    merging: esMerging,
    person: esPerson,
    institutions: esInstitutions,
    lists: esLists,
    structure: esStructure,
    members: esMembers,
    meetings: esMeetings,
    typing: esTyping,
    stick: esStick,
    sync: esSync,
    neighbours: esNeighbours,
    office: esOffice,
    errors: esErrors,
    headquarters: esHeadquarters,
    history: esHistory,
    home: esHome,
    users: esUsers,
    words: esWords,
    papers: esPapers,
    import: esImport,
    recovery: esRecovery,
  },
  en: {
    common: enCommon,
    shell: enShell,
    opening: enOpening,
    merging: enMerging,
    person: enPerson,
    institutions: enInstitutions,
    lists: enLists,
    structure: enStructure,
    members: enMembers,
    meetings: enMeetings,
    typing: enTyping,
    stick: enStick,
    sync: enSync,
    neighbours: enNeighbours,
    office: enOffice,
    errors: enErrors,
    headquarters: enHeadquarters,
    history: enHistory,
    home: enHome,
    users: enUsers,
    words: enWords,
    papers: enPapers,
    import: enImport,
    recovery: enRecovery,
  },
} as const;

export type Namespace = keyof (typeof locales)['en'];
