import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { expect, test } from 'vitest';
import { layersRule } from './layers.js';
import { translatedRule } from './translated.js';

/** What the two rules say of that code in that file. */
function messages(code, filename) {
  const linter = new Linter({ cwd: '/repo' });
  const plugin = { rules: { layers: layersRule, translated: translatedRule } };
  const config = {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { convoca: plugin },
    rules: { 'convoca/layers': 'error', 'convoca/translated': 'error' },
  };
  return linter.verify(code, config, { filename: `/repo/${filename}` }).map((found) => found.message);
}

test.each([
  ['shared/store/a.ts', "import '../../renderer/app/host.tsx';", 'shared/store may not import renderer'],
  ['shared/domain/a.ts', "import '../words/phone.ts';", 'shared/domain may not import shared/words'],
  ['shared/domain/a.ts', "import 'rxdb';", 'shared/domain may not import rxdb'],
  ['shared/names/a.ts', "import 'node:fs';", 'shared/names may not import node:fs'],
  ['renderer/app/a.tsx', "import '../../main/web/serve.ts';", 'renderer may not import main'],
  ['main/hub/a.ts', "export * from '../../renderer/x.ts';", 'main may not import renderer'],
  ['renderer/app/a.tsx', "const x = import('electron');", 'renderer may not import electron'],
])('%s: %s is refused', (file, code, problem) => {
  expect(messages(code, file)).toEqual([expect.stringContaining(problem)]);
});

test.each([
  ['renderer/app/a.tsx', "import '../../shared/domain/person.ts';"],
  ['shared/sync/a.ts', "import '../store/pouch.ts';"],
  ['shared/papers/a.ts', "import '../words/date.ts';"],
  ['main/hub/a.test.ts', "import 'node:fs';"],
])('%s: %s is allowed', (file, code) => {
  expect(messages(code, file)).toEqual([]);
});

test('texts written into a screen are found, translated ones and signs are not', () => {
  expect(messages('const a = <p>Save now</p>;', 'renderer/a.tsx')).toHaveLength(1);
  expect(messages('const a = <input aria-label="Name" />;', 'renderer/a.tsx')).toHaveLength(1);
  expect(messages("const a = <p>{t('save')} · ✓</p>;", 'renderer/a.tsx')).toEqual([]);
});
