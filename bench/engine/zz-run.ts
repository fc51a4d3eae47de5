import { allowance } from './zz-allowance.ts'; await allowance(25, 11);
