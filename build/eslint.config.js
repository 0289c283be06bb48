import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { layersRule } from './lint/layers.js';
import { translatedRule } from './lint/translated.js';

const ROOT = new URL('..', import.meta.url).pathname;

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'build/out/**', 'dist/**', 'e2e/results/**', '**/*.cjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    basePath: ROOT,
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['build/*.js', 'build/lint/*.js'] }, tsconfigRootDir: ROOT },
    },
    plugins: { convoca: { rules: { layers: layersRule, translated: translatedRule } } },
    rules: {
      'convoca/layers': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['renderer/**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      ...reactHooks.configs.recommended.rules,
      // The cursor is put where people begin; the screens that do so have one thing to type.
      'jsx-a11y/no-autofocus': 'off',
      'convoca/translated': 'error',
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['shared/**/*.test.ts'],
    rules: { 'no-restricted-globals': ['error', 'window', 'document', 'localStorage', 'process', 'Buffer'] },
  },
  {
    files: ['build/**', 'main/**', 'e2e/**'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
);
