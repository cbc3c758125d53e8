export { tellAboutTopic } from "./tell-about-topic.ts";
export { tellMentioned } from "./tell-mentioned.ts";
export { tellParticipants } from "./tell-participants.ts";
