/** Silences the telemetry of the tools that every script here starts. */
export const hooks = {
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
};
