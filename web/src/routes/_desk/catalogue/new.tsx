import { createFileRoute } from '@tanstack/react-router';
import { carrierWords } from '../../../desk/carriers/carrier-words.ts';
import { deskWords } from '../../../desk/desk-words.ts';
import { catalogueWords } from '../../../pages/catalogue/catalogue-words.ts';
import { NewProductPage } from '../../../pages/catalogue/product-page.tsx';

export const Route = createFileRoute('/_desk/catalogue/new')({
  loader: () => Promise.all([deskWords.load(), carrierWords.load(), catalogueWords.load()]),
  component: NewProductPage,
});
