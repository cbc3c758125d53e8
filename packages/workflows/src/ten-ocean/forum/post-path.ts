/** Where a topic is read from a post on. */
export function postPath(topicId: string, postId?: string): string {
  const topic = `/ten-ocean/forum/${topicId}`;
  return postId === undefined ? topic : `${topic}?from=${postId}#${postId}`;
}
