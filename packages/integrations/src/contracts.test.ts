import { registeredVendors } from "./testing/registered-vendors.ts";

// Each adapter is held to what its port promises, with the vendor's emulator behind it.
for (const { bench } of await registeredVendors()) bench?.contract();
