import type { Command } from 'commander';
import type { Desk } from './desk.ts';
import { addListingCommands } from './listings.ts';
import { addPriceCommands } from './prices.ts';
import { addProductCommands } from './products.ts';
import { addShopCommands } from './shops.ts';
import { addStockCommands } from './stock.ts';

/** Every command that works on a running hub. */
export function addDeskCommands(program: Command, desk: Desk): void {
  addShopCommands(program, desk);
  addProductCommands(program, desk);
  addListingCommands(program, desk);
  addStockCommands(program, desk);
  addPriceCommands(program, desk);
}
