import type { ClaimFault, ClaimState } from '../../../domain/claim.ts';

/** `clmStCd`. */
export const CLAIM_STATES: Readonly<Record<string, ClaimState>> = {
  '501': 'requested',
  '502': 'done',
  '508': 'withdrawn',
  '509': 'rejected',
  '601': 'requested',
  '602': 'approved',
  '604': 'collected',
  '603': 'done',
  '608': 'withdrawn',
  '609': 'rejected',
  '701': 'requested',
  '702': 'approved',
  '704': 'collected',
  '705': 'reshipped',
  '703': 'done',
  '708': 'withdrawn',
  '709': 'rejected',
};

/** `clmFaultCd`. */
export const FAULTS: Readonly<Record<string, ClaimFault>> = {
  '01': 'buyer',
  '02': 'seller',
  '03': 'carrier',
};

/** `clmDlvCstPayCd`. */
export const PAYERS: Readonly<Record<string, 'buyer' | 'seller'>> = { '01': 'buyer', '02': 'seller' };
