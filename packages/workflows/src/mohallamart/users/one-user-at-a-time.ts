/**
 * Steps that copy a user's data and steps that erase it take turns, over all functions with this limit. So a copy that
 * is read and written in one step is never older than the one before it, nor younger than the user's removal.
 */
export const oneUserAtATime = { scope: "env", key: '"user:" + event.data.userId', limit: 1 } as const;
