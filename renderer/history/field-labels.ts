import { useCallback } from 'react';
import { listLabel, type CodeList } from '../../shared/domain/codes.ts';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import { useLanguage, useWords } from '../app/language.tsx';

/** The words that the forms put above each field; a field that is not here was written by a newer Convoca. */
const LABELS = {
  people: {
    nameAsWritten: 'members:person.field.nameAsWritten',
    given: 'members:person.field.given',
    family1: 'members:person.field.family1',
    family2: 'members:person.field.family2',
    called: 'members:person.field.called',
    title: 'members:person.field.title',
    contacts: 'history:field.contacts',
    language: 'members:person.field.language',
    languageOther: 'members:person.field.languageOther',
    area: 'members:person.field.area',
    affiliations: 'members:person.field.institution',
    notes: 'members:person.field.notes',
    doNotContact: 'members:person.field.doNotContact',
    notSameAs: 'history:field.notSameAs',
    alsoKnownAs: 'person:field.alsoKnownAs',
    reads: 'person:field.reads',
    mailingAddress: 'person:field.mailingAddress',
    potentialLeader: 'person:field.potentialLeader',
    followedBy: 'person:field.followedBy',
    talents: 'person:field.talents',
    canHost: 'person:field.canHost',
    transport: 'person:field.transport',
    seats: 'person:field.seats',
    accessNeeds: 'person:field.accessNeeds',
    isMinor: 'person:field.isMinor',
    household: 'person:field.household',
    tags: 'person:field.tags',
    doNotContactSince: 'person:field.doNotContactSince',
    possibleDuplicates: 'merging:field.possibleDuplicates',
  },
  institutions: {
    name: 'members:institution.field.name',
    otherNames: 'members:institution.field.otherNames',
    kind: 'members:institution.field.kind',
    kindOther: 'members:institution.field.kindOther',
    cityOrArea: 'members:institution.field.cityOrArea',
    phone: 'members:institution.field.phone',
    email: 'members:institution.field.email',
    meetingPlace: 'members:institution.field.meetingPlace',
    languages: 'members:institution.field.languages',
    notes: 'members:institution.field.notes',
    cluster: 'institutions:size.cluster',
    sizeBand: 'institutions:size.band',
    usualAttendance: 'institutions:size.attendance',
    coreTeamGoal: 'institutions:team.goal',
    dues: 'institutions:dues.title',
    powerAnalysis: 'institutions:power.title',
  },
  gatherings: {
    kind: 'meetings:form.kind',
    title: 'meetings:form.titleField',
    date: 'meetings:form.date',
    start: 'meetings:form.start',
    end: 'meetings:form.end',
    placeName: 'meetings:form.place',
    privateHome: 'meetings:form.privateHome',
    hostInstitution: 'meetings:form.host',
    expected: 'history:field.expected',
    headcount: 'meetings:form.headcount',
    headcountIsEstimate: 'history:field.headcountIsEstimate',
  },
  sheets: {
    rows: 'history:field.rows',
    linesOnPaper: 'typing:lines.change',
  },
  office: {
    chapterName: 'office:chapter.name',
    letterhead: 'history:field.letterhead',
    phone: 'office:chapter.phone',
    email: 'office:chapter.email',
    address: 'office:chapter.address',
    moreLines: 'structure:settings.moreLines',
    fiscalSponsor: 'structure:settings.sponsor',
    receiptText: 'structure:settings.receiptText',
    defaultLanguage: 'structure:settings.language',
    weekStart: 'structure:settings.weekStart',
    fiscalYearStart: 'structure:settings.yearStart',
    retention: 'structure:settings.part.retention',
    showFactor: 'structure:settings.showFactor',
    smallCellMin: 'structure:settings.smallCell',
    areaCode: 'office:chapter.areaCode',
    paper: 'office:chapter.paper',
    // A computer's or a person's: the line above it says whose.
    name: 'history:field.name',
    role: 'history:field.role',
    removed: 'history:field.removed',
    listsMayLeave: 'lists:left.allow',
    title: 'structure:field.title',
    teamKind: 'structure:team.kind',
    institution: 'structure:team.institution',
    seats: 'structure:seat.title',
    person: 'history:kind.person',
    isGiven: 'history:field.isGiven',
    readIn: 'person:consent.readIn',
    expires: 'history:field.expires',
    evidence: 'person:ladder.evidence',
    seenAt: 'person:ladder.seenAt',
    skill: 'person:skill.add',
    mark: 'history:field.mark',
    votesPerInstitution: 'structure:team.votes',
    guidesProgram: 'structure:team.program',
    goals: 'structure:goal.title',
    isClosed: 'structure:cycle.closed',
    ownNicknames: 'structure:nicknames.title',
    nicknamesOff: 'structure:nicknames.off',
    from: 'structure:seat.from',
    to: 'structure:seat.to',
    viewName: 'lists:field.viewName',
    filter: 'lists:field.filter',
    columns: 'lists:field.columns',
    sortBy: 'lists:field.sortBy',
    on: 'history:field.on',
    reason: 'institutions:change.reason',
    decidedBy: 'institutions:change.decidedBy',
    inquiry: 'institutions:inquiry.about',
    takenBy: 'institutions:inquiry.takenBy',
  },
  programs: {
    institution: 'members:person.field.institution',
    on: 'history:field.on',
    visitors: 'institutions:visits.visitors',
    visitorsAsWritten: 'institutions:visits.visitorsAsWritten',
    presented: 'institutions:visits.presented',
    nextStep: 'institutions:visits.nextStep',
    nextStepDue: 'institutions:visits.nextStepDue',
  },
  money: {
    institution: 'members:person.field.institution',
    on: 'history:field.on',
    amount: 'institutions:dues.amount',
    receiptNo: 'institutions:dues.receipt',
  },
} as const satisfies Readonly<Record<CollectionName, Readonly<Record<string, string>>>>;

/** Fields that are called like their list of values. */
const NAMED_BY_LIST: Readonly<Record<string, CodeList>> = {
  'institutions.status': 'institution_status',
  'institutions.organizingExperience': 'organizing_experience',
  'office.status': 'institution_status',
  'office.scope': 'consent_scope',
  'office.how': 'consent_how',
  'office.rung': 'ladder',
  'office.earlierRung': 'ladder',
  'programs.kind': 'coaching_kind',
  'money.method': 'payment_method',
};

/** The program's own notes, which nobody typed: they are in no list of changes. */
const UNSHOWN: Readonly<Record<CollectionName, readonly string[]>> = {
  // What was put together is told, and taken back, on the person's page.
  people: ['source', 'possibleDuplicates', 'mergedInto'],
  institutions: ['source'],
  gatherings: ['source'],
  sheets: ['source', 'state', 'typedBy', 'preprinted', 'firstRow', 'printedRows', 'pages', 'pageNo', 'code', 'meeting', 'variant'],
  office: ['source', 'codesGiven', 'letter', 'kind', 'practice', 'revoked', 'locks', 'boxes', 'owner', 'state', 'added', 'refused', 'updated', 'earlierStatus', 'receiptsGiven', 'after'],
  programs: ['source'],
  money: ['source', 'kind'],
};

/** False for what the program notes by itself. */
export function isShownField(name: CollectionName, field: string): boolean {
  return !UNSHOWN[name].includes(field);
}

/** The name of a field in the screen's language, as its form calls it; null for a field that this version does not know. */
export function useFieldLabels(): (name: CollectionName, field: string, value?: unknown) => string | null {
  const t = useWords(['history', 'merging', 'person', 'members', 'meetings', 'office', 'typing', 'structure', 'institutions', 'lists']);
  const { lang } = useLanguage();
  return useCallback(
    (name, field, value) => {
      if (field === 'deletedAt') return t('history:field.deletedAt');
      const list = NAMED_BY_LIST[`${name}.${field}`];
      if (list !== undefined) return listLabel(list, lang);
      if (field === 'contacts') {
        const kind = (value as { kind?: unknown } | null | undefined)?.kind;
        if (kind === 'phone' || kind === 'email') return t(`members:person.field.${kind}`);
        if (kind === 'other') return t('person:field.other');
      }
      const labels: Readonly<Record<string, LabelKey>> = LABELS[name];
      const key = Object.hasOwn(labels, field) ? labels[field] : undefined;
      return key === undefined ? null : t(key);
    },
    [t, lang],
  );
}

type LabelKey = { [N in CollectionName]: (typeof LABELS)[N][keyof (typeof LABELS)[N]] }[CollectionName];
