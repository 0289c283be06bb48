/** Attributes whose text people see or hear. */
const SPOKEN = new Set(['label', 'title', 'placeholder', 'alt', 'aria-label', 'hint', 'error', 'helperText']);
const WORD = /\p{L}{2,}/u;

/** ESLint rule: no text for people outside the translations (design §8). */
export const translatedRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) => context.report({ node, message: 'Texts that people see come from shared/words/locales.' });
    return {
      JSXText(node) {
        if (WORD.test(node.value)) report(node);
      },
      JSXAttribute(node) {
        const isText = node.value?.type === 'Literal' && typeof node.value.value === 'string';
        if (SPOKEN.has(node.name.name) && isText && WORD.test(node.value.value)) report(node);
      },
    };
  },
};
