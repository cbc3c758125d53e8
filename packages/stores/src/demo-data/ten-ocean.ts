import type { Admin, NewResident, Unit } from "../ten-ocean/port.ts";

const floors = [1, 2, 3, 4, 5, 6];
const doors = ["A", "B", "C", "D"];

/** `unit_4B` is door B on the fourth floor. */
export const demoUnits: readonly Unit[] = floors.flatMap((floor) =>
  doors.map((door) => ({ unitId: `unit_${floor}${door}`, label: `${floor}${door}`, floor })),
);

export const demoAdmins: readonly Admin[] = [
  {
    adminId: "admin_001",
    name: "Maria Delgado",
    email: "maria.delgado@ten-ocean.example",
    phone: "+12125550110",
    role: "admin",
  },
  {
    adminId: "admin_002",
    name: "Samuel Okafor",
    email: "samuel.okafor@ten-ocean.example",
    role: "floor-captain",
    floor: 4,
  },
  {
    adminId: "admin_003",
    name: "Ruth Feldman",
    email: "ruth.feldman@ten-ocean.example",
    role: "floor-captain",
    floor: 2,
  },
];

/** People who live in the house, confirmed long ago. */
export const demoResidents: readonly NewResident[] = [
  ["user_maya", "Maya", "Fernandes", "unit_4B"],
  ["user_suresh", "Suresh", "Iyer", "unit_4C"],
  ["user_chloe", "Chloé", "O’Brien-Núñez", "unit_2A"],
  ["user_tomasz", "Tomasz", "Zieliński", "unit_2D"],
  ["user_amina", "Amina", "", "unit_6A"],
].map(([userId = "", firstName = "", lastName = "", unitId]) => ({
  userId,
  firstName,
  lastName,
  unitId,
  email: `${userId.replace("user_", "")}@residents.example`,
}));
