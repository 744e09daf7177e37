/** lit-html warns where it runs with its checks on, which in tests is as it should be. */
Object.assign(globalThis, { litIssuedWarnings: new Set(['dev-mode']) })
