/**
 * What the worker has in production, and the plays run thousands of handlers with: a plain copy of the environment, which the SDK
 * reads for every call, and React without its checks.
 */
process.env = { ...process.env, NODE_ENV: "production" };
