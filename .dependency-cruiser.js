/**
 * The import rule of the house: imports point down.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'domain-imports-only-domain',
      comment: 'The ground floor knows nothing of databases, services, pages or settings.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/', pathNot: '^src/domain/' },
    },
    {
      name: 'adapters-stand-alone',
      comment: 'An adapter imports the domain and itself, never another adapter or a floor above.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/domain/', '^src/adapters/$1/'] },
    },
    {
      name: 'one-folder-knows-the-database',
      comment: 'Which database it is is asked in dialects/ only.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/adapters/database/dialects/', '^src/sandbox/'] },
      to: { path: '^(node:sqlite|sqlite$|pg$|node_modules/pg/)' },
    },
    {
      name: 'top-uses-interfaces',
      comment: 'Pages and commands use adapters through the interfaces they are handed.',
      severity: 'error',
      from: { path: '^src/(web|commands)/' },
      to: { path: '^src/', pathNot: ['^src/domain/', '^src/web/', '^src/commands/', '^src/[^/]+\\.ts$'] },
    },
    {
      name: 'web-imports-no-wiring',
      comment: 'Only commands may start the wiring; pages are handed what they need.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/(commands/|[^/]+\\.ts$)' },
    },
    {
      name: 'sandbox-stands-apart',
      comment: 'The sandbox imports nothing of ours, so that it can judge us.',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^src/', pathNot: '^src/sandbox/' },
    },
    {
      name: 'only-the-start-mounts-the-sandbox',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/sandbox/', '^src/[^/]+\\.ts$'] },
      to: { path: '^src/sandbox/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/compile-cache.js$' },
      to: {},
    },
    {
      name: 'no-unlisted-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'default', 'types'],
    },
  },
};
