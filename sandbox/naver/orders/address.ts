/** An address in the marketplace's own shape (sheet §3.3). */
export interface Address {
  readonly addressType: 'DOMESTIC' | 'FOREIGN';
  readonly name: string;
  readonly tel1?: string;
  readonly tel2?: string;
  readonly zipCode: string;
  readonly baseAddress: string;
  readonly detailedAddress: string;
  readonly city?: string;
  readonly state?: string;
  readonly country?: string;
  readonly isRoadNameAddress: boolean;
  readonly entryMethod?: string;
  readonly entryMethodContent?: string;
}
