import { defineCatalogue } from "../catalogue.ts";
import { userRegistered } from "./user-registered.ts";

export const tenOceanCatalogue = defineCatalogue({
  name: "ten-ocean",
  title: "10 Ocean Tenant Association",
  description: "Events of the tenant association's portal.",
  groups: {
    userEvents: { registered: userRegistered },
  },
});
