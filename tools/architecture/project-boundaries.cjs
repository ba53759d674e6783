/** Options of Nx's rule about imports between projects: which tag may depend on which, and on which npm packages. */

const bySource = [
  {
    sourceTag: 'type:kernel',
    onlyDependOnLibsWithTags: ['type:kernel'],
    // Pure words: the kernel runs wherever JavaScript runs.
    bannedExternalImports: ['*'],
  },
  {
    sourceTag: 'type:contracts',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts'],
    allowedExternalImports: ['zod'],
  },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform'] },
  {
    sourceTag: 'type:testing',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform', 'type:testing'],
  },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform', 'type:app'] },
  // Tools know the services by the files these emit, never by their code.
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform', 'type:tool'] },
];

const byScope = ['gateway', 'cases', 'staffing', 'complaints', 'tools'].map((scope) => ({
  sourceTag: `scope:${scope}`,
  onlyDependOnLibsWithTags: [`scope:${scope}`, 'scope:shared'],
}));

const common = {
  enforceBuildableLibDependency: false,
  allow: [],
  banTransitiveDependencies: true,
};

/** For what is delivered. */
module.exports.forSource = {
  ...common,
  depConstraints: [...bySource, ...byScope, { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] }],
};

/** For tests: the test kit and the tools of testing are open to them, other services still are not. */
module.exports.forSpecs = {
  ...common,
  // A test of a library comes in by the front door, as its users do.
  allowCircularSelfDependency: true,
  // The test kit is made of the platform, and the platform's own tests use it.
  ignoredCircularDependencies: [['platform', 'testing']],
  depConstraints: [
    ...bySource.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
      sourceTag,
      onlyDependOnLibsWithTags: [...onlyDependOnLibsWithTags, 'type:testing'],
    })),
    ...byScope,
    { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  ],
};
