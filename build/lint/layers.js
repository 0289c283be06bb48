import path from 'node:path';

/**
 * Which folder may import which (design §2). A folder of `shared/` is named with its parent; what is not listed may
 * import nothing of ours. Tests may also use the store's test chapter and host.
 */
export const LAYERS = {
  'shared/domain': [],
  'shared/names': ['shared/domain'],
  'shared/words': ['shared/domain'],
  'shared/reports': ['shared/domain'],
  'shared/papers': ['shared/domain', 'shared/words'],
  'shared/import': ['shared/domain', 'shared/names', 'shared/words'],
  'shared/store': ['shared/domain', 'shared/host'],
  'shared/sync': ['shared/store', 'shared/domain', 'shared/host'],
  'shared/host': ['shared/domain'],
  renderer: ['shared/*'],
  main: ['shared/*'],
  build: ['build', 'main', 'e2e', 'shared/*'],
  e2e: ['build', 'main', 'renderer', 'shared/*'],
};

/** The layer a file belongs to, from its path relative to the repository, or null for files outside all layers. */
export function layerOf(file) {
  const [top, second] = file.split(path.sep);
  if (top !== 'shared') return top in LAYERS ? top : null;
  return second === undefined ? null : `shared/${second.replace(/\.ts$/, '')}`;
}

/** True when a file of `from` may import a file of `to`. */
export function mayImport(from, to) {
  if (from === to) return true;
  const allowed = LAYERS[from] ?? [];
  return allowed.includes(to) || (allowed.includes('shared/*') && to.startsWith('shared/'));
}

const PACKAGES_BY_LAYER = [
  { layers: /^shared\/domain$/, allowed: /^zod$/ },
  { layers: /^shared\//, forbidden: /^(react|react-dom|react-i18next|@mui\/.*|electron|fastify|node:.*|fs|path|http)$/ },
  { layers: /^renderer$/, forbidden: /^(electron|fastify|node:.*|fs|path|http)$/ },
  { layers: /^main$/, forbidden: /^(react|react-dom|@mui\/.*)$/ },
];

/** Why a layer may not import a package, or null when it may. Tests are free to use Node. */
export function packageProblem(layer, name, isTest) {
  for (const { layers, allowed, forbidden } of PACKAGES_BY_LAYER) {
    if (!layers.test(layer) || isTest) continue;
    if ((allowed && !allowed.test(name)) || forbidden?.test(name)) return `${layer} may not import ${name} (design §2).`;
  }
  return null;
}

/** ESLint rule: imports go one way, renderer → shared ← main, and inside shared as design §2's table says. */
export const layersRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(context.cwd, context.filename);
    const from = layerOf(file);
    const isTest = /\.test\.tsx?$|(^|\/)test-/.test(file);
    if (from === null) return {};
    function check(node) {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      const problem = source.startsWith('.') ? fileProblem(source) : packageProblem(from, source, isTest);
      if (problem) context.report({ node, message: problem });
    }
    function fileProblem(source) {
      const target = path.relative(context.cwd, path.resolve(path.dirname(context.filename), source));
      const to = layerOf(target);
      if (to === null) return null;
      if (isTest && to === 'e2e') return null;
      return mayImport(from, to) ? null : `${from} may not import ${to} (design §2).`;
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};
