import { fold } from './normalize.ts';

/**
 * How a Spanish name sounds (domain §6.4 step 3): v→b, z/ce/ci→s, ll→y, silent h, qu/k/c(aou)→k, ge/gi/j/x→j, ñ kept as ny,
 * double letters single, a final s dropped. "Vásquez", "Basques" and "Vazquez" share one key.
 *
 * Takes one word as written or normalized; a normalized word has lost its ñ, which then sounds as n.
 */
export function soundKey(word: string): string {
  const kept = fold(word.replace(/ñ/gi, 'ny')).replace(/[^a-z]/g, '');
  return kept
    .replace(/ph/g, 'f')
    .replace(/ch/g, 'C')
    .replace(/sh/g, 'C')
    .replace(/h/g, '')
    .replace(/x(?=[aeiou])/g, 'j')
    .replace(/x/g, 'ks')
    .replace(/ll/g, 'y')
    .replace(/gu(?=[ei])/g, 'G')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/qu/g, 'k')
    .replace(/c(?=[ei])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/z/g, 's')
    .replace(/v/g, 'b')
    .replace(/w/g, 'u')
    .replace(/(.)\1+/g, '$1')
    .replace(/(.)s$/, '$1');
}
