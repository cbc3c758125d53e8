import type { Admin, Unit } from "../ten-ocean/port.ts";

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
