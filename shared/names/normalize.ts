/** Words that join names and weigh nothing when people are compared (domain §6.4 step 1). */
const WEAK = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'e', 'da', 'das', 'do', 'dos', 'san', 'santa', 'von', 'van']);

/** Ways of address that are dropped when people are compared; keys are normalized tokens. */
const TITLES = new Set([
  'sr', 'sra', 'srta', 'senor', 'senora', 'senorita', 'don', 'dona', 'dn', 'dna', 'pbro', 'presbitero', 'padre', 'pe',
  'madre', 'fray', 'sor', 'hno', 'hna', 'hermano', 'hermana', 'diacono', 'obispo', 'mons', 'monsenor', 'pastor', 'pastora',
  'ptr', 'ptra', 'reverendo', 'reverenda', 'rev', 'revda', 'rvdo', 'rvda', 'fr', 'father', 'sister', 'brother', 'bro',
  'deacon', 'bishop', 'rabbi', 'rabino', 'imam', 'dr', 'dra', 'doctor', 'doctora', 'prof', 'profe', 'profesor', 'profesora',
  'maestro', 'maestra', 'mtro', 'mtra', 'lic', 'licenciado', 'licenciada', 'ing', 'ingeniero', 'ingeniera', 'mr', 'mrs',
  'ms', 'miss', 'mx', 'arq', 'pdo',
]);

/** Written short forms of names; keys are normalized tokens (domain §6.4 step 1). */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ma: 'maria', mª: 'maria', gpe: 'guadalupe', gpa: 'guadalupe', fco: 'francisco', fca: 'francisca', jse: 'jose',
  ant: 'antonio', anto: 'antonio', mgl: 'miguel', ml: 'manuel', mnl: 'manuel', alej: 'alejandro', alfdo: 'alfredo', edo: 'eduardo',
  fdo: 'fernando', gmo: 'guillermo', ign: 'ignacio', pco: 'francisco', rdo: 'ricardo', rfl: 'rafael', sdor: 'salvador',
  vte: 'vicente', wm: 'william', chas: 'charles', robt: 'robert', jas: 'james', thos: 'thomas', geo: 'george', jn: 'john',
  hdez: 'hernandez', hdz: 'hernandez', hrdz: 'hernandez', hernz: 'hernandez', glz: 'gonzalez', gzz: 'gonzalez',
  gonz: 'gonzalez', gzlz: 'gonzalez', mtz: 'martinez', mtnez: 'martinez', mrtz: 'martinez', mnez: 'martinez',
  rdz: 'rodriguez', rdgz: 'rodriguez', rguez: 'rodriguez', rodz: 'rodriguez', lpz: 'lopez', gtz: 'gutierrez',
  gtrz: 'gutierrez', gutz: 'gutierrez', prz: 'perez', pz: 'perez', snchz: 'sanchez', schz: 'sanchez', sz: 'sanchez',
  rmz: 'ramirez', rmrz: 'ramirez', rmez: 'ramirez', fdez: 'fernandez', fdz: 'fernandez', frnz: 'fernandez', gmz: 'gomez',
  glez: 'gonzalez', dmgz: 'dominguez', dguez: 'dominguez', vzqz: 'vazquez', vqz: 'vazquez', vzz: 'vazquez', jmz: 'jimenez', jmnz: 'jimenez', alvz: 'alvarez',
  mdz: 'mendez', mndz: 'mendez', nñz: 'nunez', nnz: 'nunez', chvz: 'chavez', cstr: 'castro', glvz: 'galvez',
};

/** Marks of a generation; the value tells what they mean, so that "Jr." equals "hijo" and "II". */
const GENERATIONS: Readonly<Record<string, string>> = {
  jr: 'junior', junior: 'junior', hijo: 'junior', hija: 'junior', ii: 'junior', '2nd': 'junior', '2do': 'junior',
  iii: 'third', '3rd': 'third', '3ro': 'third', iv: 'fourth',
};

const MARKS = /[\u0300-\u036f]/g;
const PUNCTUATION = /['’`´ʼ.·]/g;

/** Lower case without accents, tilde or umlaut: "Núñez" becomes "nunez"; punctuation and spaces stay. */
export function fold(text: string): string {
  // Most of what is folded is plain, and NFKD is the dear part of searching.
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(MARKS, '');
  return plain.toLowerCase();
}

/**
 * Words of a text for searching: folded, without punctuation, split at everything that is neither letter nor digit.
 * "Ma. Guadalupe O’Neill-Ríos" becomes `ma, guadalupe, oneill, rios`.
 */
export function searchTokens(text: string): string[] {
  return fold(text.replace(/ª/g, 'a'))
    .replace(PUNCTUATION, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}

/**
 * Words of a name for comparing people (domain §6.4 step 1): as {@link searchTokens}, short forms written out, without
 * titles and joining words. A name made only of such words keeps them, so that nobody is left without any.
 */
export function nameTokens(name: string): string[] {
  const all = searchTokens(name).map((token) => SHORT_FORMS[token] ?? token);
  const strong = all.filter((token) => !WEAK.has(token) && !TITLES.has(token) && GENERATIONS[token] === undefined);
  return strong.length > 0 ? strong : all;
}

/** True for "de", "del", "la", "y" … in any case. */
export function isJoiningWord(word: string): boolean {
  return WEAK.has(fold(word));
}

/** True for "Padre", "Sra.", "Dr." … in any case, with or without its point. */
export function isTitle(word: string): boolean {
  return TITLES.has(searchTokens(word)[0] ?? '');
}

/** What "Jr.", "II" or "hijo" says: `junior`, `third` …; null when the word is no mark of a generation. */
export function generation(word: string): string | null {
  return GENERATIONS[searchTokens(word)[0] ?? ''] ?? null;
}

/** The full form of a written short form ("Hdez" → "hernandez"), else the token itself. Takes a normalized token. */
export function writtenOut(token: string): string {
  return SHORT_FORMS[token] ?? token;
}
