import enCommon from './en/common.json';
import enErrors from './en/errors.json';
import enHome from './en/home.json';
import enImport from './en/import.json';
import enMeetings from './en/meetings.json';
import enMembers from './en/members.json';
import enOffice from './en/office.json';
import enOpening from './en/opening.json';
import enPapers from './en/papers.json';
import enShell from './en/shell.json';
import enSync from './en/sync.json';
import enTyping from './en/typing.json';
import enWords from './en/words.json';
import esCommon from './es/common.json';
import esErrors from './es/errors.json';
import esHome from './es/home.json';
import esImport from './es/import.json';
import esMeetings from './es/meetings.json';
import esMembers from './es/members.json';
import esOffice from './es/office.json';
import esOpening from './es/opening.json';
import esPapers from './es/papers.json';
import esShell from './es/shell.json';
import esSync from './es/sync.json';
import esTyping from './es/typing.json';
import esWords from './es/words.json';

/**
 * Every text of the app, one namespace a workplace, bundled (design §8: all functions offline, both languages).
 * A new namespace is a pair of files and a line in each list below.
 */
export const locales = {
  es: {
    common: esCommon,
    shell: esShell,
    opening: esOpening,
    members: esMembers,
    meetings: esMeetings,
    typing: esTyping,
    sync: esSync,
    office: esOffice,
    errors: esErrors,
    home: esHome,
    words: esWords,
    papers: esPapers,
    import: esImport,
  },
  en: {
    common: enCommon,
    shell: enShell,
    opening: enOpening,
    members: enMembers,
    meetings: enMeetings,
    typing: enTyping,
    sync: enSync,
    office: enOffice,
    errors: enErrors,
    home: enHome,
    words: enWords,
    papers: enPapers,
    import: enImport,
  },
} as const;

export type Namespace = keyof (typeof locales)['en'];
