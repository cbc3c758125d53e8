export const hooks = {
  /** Silences the telemetry of the tools that every script here starts. */
  updateConfig(config) {
    return {
      ...config,
      extraEnv: {
        ...config.extraEnv,
        TURBO_TELEMETRY_DISABLED: "1",
        NEXT_TELEMETRY_DISABLED: "1",
      },
    };
  },

  /**
   * What ours need as a peer is developed with, too, and Turbo orders by that. Here it is a peer alone, which pnpm links in
   * production as well.
   */
  readPackage(manifest) {
    if (!manifest.name?.startsWith("@org/")) return manifest;
    const { peerDependencies = {}, peerDependenciesMeta = {}, devDependencies = {} } = manifest;
    const isPeer = (name) => name in peerDependencies && !peerDependenciesMeta[name]?.optional;
    const development = Object.entries(devDependencies).filter(([name]) => !isPeer(name));
    return { ...manifest, devDependencies: Object.fromEntries(development) };
  },
};
