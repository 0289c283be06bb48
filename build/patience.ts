// For tests that have a page: what is looked for there may come late on a busy computer, and a first screen is loaded when it is asked for.
if (typeof document !== 'undefined') (await import('@testing-library/react')).configure({ asyncUtilTimeout: 20_000 });

export {};
