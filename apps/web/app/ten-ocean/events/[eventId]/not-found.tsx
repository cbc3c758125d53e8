export { EventNotFound as default } from "#src/portal/community/event-not-found.tsx";
