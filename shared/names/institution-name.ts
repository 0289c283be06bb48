import { isJoiningWord, searchTokens } from './normalize.ts';

/** Short forms in names of institutions, written out. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  igl: 'iglesia', igla: 'iglesia', parr: 'parroquia', pquia: 'parroquia', ntra: 'nuestra', nra: 'nuestra', sra: 'senora', sn: 'san',
  sto: 'santo', sta: 'santa', st: 'saint', sts: 'saints', ch: 'church', esc: 'escuela', prim: 'primaria', sec: 'secundaria', elem: 'elementary',
  ctro: 'centro', asoc: 'asociacion', assoc: 'association', assn: 'association', org: 'organizacion', bapt: 'baptist', luth: 'lutheran',
  cath: 'catholic', presb: 'presbyterian', meth: 'methodist', metod: 'metodista', evang: 'evangelica', sind: 'sindicato', univ: 'universidad',
  '1a': 'primera', '1ra': 'primera', '1st': 'first', '2a': 'segunda', '2da': 'segunda', '2nd': 'second',
};

/**
 * What two spellings of one institution have in common: "Igl. San José" and "iglesia san jose" give the same text. Order,
 * capitals, accents, short forms and words such as "de" or "the" do not count. Empty when nothing is left.
 */
export function institutionKey(name: string): string {
  const words = searchTokens(name).map((word) => SHORT_FORMS[word] ?? word);
  const strong = words.filter((word) => !isJoiningWord(word) || word === 'san' || word === 'santa');
  return (strong.length > 0 ? strong : words).filter((word) => !['the', 'of', 'el'].includes(word)).sort().join(' ');
}
