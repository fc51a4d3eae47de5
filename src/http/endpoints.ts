import { readAccountBudget } from './accounts/budget.ts';
import { listCategories } from './accounts/categories.ts';
import { changeAccountEndpoint } from './accounts/change.ts';
import { createAccountEndpoint } from './accounts/create.ts';
import { disconnectAccountEndpoint } from './accounts/disconnect.ts';
import { readAccountHealth } from './accounts/health.ts';
import { listAccountsEndpoint } from './accounts/list.ts';
import { listPlaces } from './accounts/places.ts';
import { readAccountEndpoint } from './accounts/read.ts';
import { readRequirements } from './accounts/requirements.ts';
import { readPlatformPerformance } from './analytics/platforms.ts';
import { readSalesSummary } from './analytics/summary.ts';
import { readSalesTrend } from './analytics/trend.ts';
import { exportAudit } from './audit/export.ts';
import { listAuditEndpoint } from './audit/list.ts';
import { verifyAuditEndpoint } from './audit/verify.ts';
import { changePassword } from './auth/change-password.ts';
import { readMe } from './auth/me.ts';
import { endSession, listSessions } from './auth/own-sessions.ts';
import { readSession } from './auth/session.ts';
import { signIn } from './auth/sign-in.ts';
import { signOut } from './auth/sign-out.ts';
import { actOnClaim } from './claims/act.ts';
import { actOnClaims } from './claims/act-many.ts';
import { listClaimsEndpoint } from './claims/list.ts';
import { readClaim } from './claims/read.ts';
import { resolveClaim } from './claims/resolve.ts';
import { restockClaim } from './claims/restock.ts';
import { cancelCommand } from './commands/cancel.ts';
import { cancelCommandsEndpoint } from './commands/cancel-many.ts';
import { listCommandsEndpoint } from './commands/list.ts';
import { readCommand } from './commands/read.ts';
import { retryCommand } from './commands/retry.ts';
import { retryCommandsEndpoint } from './commands/retry-many.ts';
import type { Endpoint } from './context.ts';
import { readViews, writeViews } from './desk/views.ts';
import { readHealth } from './health.ts';
import { readWebhookAddress, removeWebhookAddress, setWebhookAddress } from './hooks/address.ts';
import { announceEvent } from './hooks/announce.ts';
import { answerStock } from './hooks/answer-stock.ts';
import { receivePush } from './hooks/receive.ts';
import { confirmImportEndpoint } from './imports/confirm.ts';
import { createImport } from './imports/create.ts';
import { readErrorsAsCsv, readErrorsAsWorkbook } from './imports/errors-file.ts';
import { listImportsEndpoint } from './imports/list.ts';
import { listImportRowsEndpoint } from './imports/list-rows.ts';
import { readImport } from './imports/read.ts';
import { deleteImportEndpoint } from './imports/remove.ts';
import { listStockDrift } from './inventory/drift.ts';
import { exportInventory } from './inventory/export.ts';
import { changeStockTerms } from './inventory/item-terms.ts';
import { listInventory } from './inventory/list.ts';
import { listInventoryMovements } from './inventory/list-movements.ts';
import { listStockOffers } from './inventory/list-offers.ts';
import { listReturns } from './inventory/list-returns.ts';
import { listLowStockEndpoint } from './inventory/low-stock.ts';
import { moveInventory } from './inventory/move.ts';
import { readOversellWindows } from './inventory/oversell-windows.ts';
import { readInventory } from './inventory/read.ts';
import { changeSafetyStock } from './inventory/safety-stock.ts';
import { readStockSettingsEndpoint, writeStockSettingsEndpoint } from './inventory/stock-settings.ts';
import { acceptProposals } from './links/accept-proposals.ts';
import { linkItem } from './links/link-item.ts';
import { linkItems } from './links/link-many.ts';
import { listClashesEndpoint } from './links/list-clashes.ts';
import { listProposals } from './links/list-proposals.ts';
import { listListingsEndpoint } from './listings/list.ts';
import { readListing } from './listings/read.ts';
import { refreshListingEndpoint } from './listings/refresh.ts';
import { pauseListing, resumeListing } from './listings/sale.ts';
import { followEvents } from './live/follow.ts';
import { changeLocationEndpoint } from './locations/change.ts';
import { createLocation } from './locations/create.ts';
import { listLocationsEndpoint } from './locations/list.ts';
import { changeMarketplaceConfigEndpoint } from './marketplace-configs/change.ts';
import { listMarketplaceConfigsEndpoint } from './marketplace-configs/list.ts';
import { changeMember, removeMemberEndpoint } from './members/change.ts';
import { inviteMember } from './members/invite.ts';
import { listMembersEndpoint } from './members/list.ts';
import { resetMemberPassword } from './members/reset-password.ts';
import { listNoticeKinds } from './notice-kinds/list.ts';
import { changeNotifications } from './notifications/change.ts';
import { readNotifications } from './notifications/read.ts';
import { batchConfirm } from './orders/batch-confirm.ts';
import { cancelOrder } from './orders/cancel.ts';
import { changeInvoice } from './orders/change-invoice.ts';
import { delayOrder } from './orders/delay.ts';
import { findOrders } from './orders/find.ts';
import { holdOrder, releaseOrder } from './orders/hold.ts';
import { listOrdersEndpoint } from './orders/list.ts';
import { addOrderMemo, deleteOrderMemo } from './orders/memos.ts';
import { readOrder } from './orders/read.ts';
import { readShipmentList } from './orders/read-shipment-list.ts';
import { setOrderStatus } from './orders/set-status.ts';
import { splitOrder } from './orders/split.ts';
import { showListingPicture } from './pictures/of-listing.ts';
import { showProductPicture } from './pictures/of-product.ts';
import { previewPicture } from './pictures/preview.ts';
import { cancelPlanEndpoint } from './plans/cancel.ts';
import { confirmPlanEndpoint } from './plans/confirm.ts';
import { createPlan } from './plans/create.ts';
import { listPlansEndpoint } from './plans/list.ts';
import { listPlanItemsEndpoint } from './plans/list-items.ts';
import { readPlan } from './plans/read.ts';
import { undoPlanEndpoint } from './plans/undo.ts';
import { listPlatforms } from './platforms/list.ts';
import { applyPricesEndpoint, quotePricesEndpoint } from './pricing/apply.ts';
import { deleteFeeRate, listFeeRatesEndpoint, setFeeRateEndpoint } from './pricing/fee-rates.ts';
import { changePriceRule, createPriceRule, deletePriceRule, listPriceRules } from './pricing/rules.ts';
import { changeProduct } from './products/change.ts';
import { createProduct } from './products/create.ts';
import { exportProducts } from './products/export.ts';
import { listProductsEndpoint } from './products/list.ts';
import { makeFromListings } from './products/make-from-listings.ts';
import { readProduct } from './products/read.ts';
import { deleteProductEndpoint } from './products/remove.ts';
import { chooseForShop } from './publish/choose.ts';
import { forgetChoicesEndpoint } from './publish/forget-choices.ts';
import { listProductListings } from './publish/list-product-listings.ts';
import { publishProduct } from './publish/publish-product.ts';
import { changeScheduleEndpoint } from './schedules/change.ts';
import { createScheduleEndpoint } from './schedules/create.ts';
import { listSchedulesEndpoint } from './schedules/list.ts';
import { pauseScheduleEndpoint, resumeScheduleEndpoint } from './schedules/pause.ts';
import { readScheduleEndpoint } from './schedules/read.ts';
import { deleteScheduleEndpoint } from './schedules/remove.ts';
import { changeBusiness } from './settings/business.ts';
import { changeRetentionEndpoint, readRetentionEndpoint } from './settings/retention.ts';
import { cancelSyncLog } from './sync/cancel.ts';
import { exportSyncLogs } from './sync/export-logs.ts';
import { listSyncLogs } from './sync/list-logs.ts';
import { readSyncLog } from './sync/read-log.ts';
import { retrySyncLog } from './sync/retry-log.ts';
import { retrySyncLogs } from './sync/retry-logs.ts';
import { startFullSync } from './sync/start-all.ts';
import { startInventorySync } from './sync/start-inventory.ts';
import { startOrderSync } from './sync/start-orders.ts';
import { startProductSync } from './sync/start-products.ts';
import { readSyncStatus } from './sync/status.ts';
import { testConnectionEndpoint } from './sync/test-connection.ts';
import { readToday } from './today/read.ts';
import { issueToken } from './tokens/issue.ts';
import { listTokens } from './tokens/list.ts';
import { revokeToken } from './tokens/revoke.ts';
import { changeWebhookEndpoint } from './webhooks/change.ts';
import { createWebhookEndpoint } from './webhooks/create.ts';
import { listWebhooksEndpoint } from './webhooks/list.ts';
import { listDeliveriesEndpoint } from './webhooks/list-deliveries.ts';
import { pauseWebhookEndpoint } from './webhooks/pause.ts';
import { readWebhook } from './webhooks/read.ts';
import { readDelivery } from './webhooks/read-delivery.ts';
import { deleteWebhookEndpoint } from './webhooks/remove.ts';
import { resendDeliveryEndpoint } from './webhooks/resend-delivery.ts';
import { resumeWebhookEndpoint } from './webhooks/resume.ts';
import { rotateSecret } from './webhooks/rotate-secret.ts';
import { testWebhook } from './webhooks/send-test.ts';

/** Endpoints that anybody may call; each checks for itself what it needs. */
export const OPEN_ENDPOINTS: readonly Endpoint[] = [
  readHealth,
  signIn,
  signOut,
  readSession,
  changePassword,
  receivePush,
  answerStock,
];

/** Endpoints under `/api/v1`, which need a token or a session. */
export const API_ENDPOINTS: readonly Endpoint[] = [
  readMe,
  listSessions,
  endSession,
  readViews,
  writeViews,
  listMembersEndpoint,
  inviteMember,
  resetMemberPassword,
  changeMember,
  removeMemberEndpoint,
  listTokens,
  issueToken,
  revokeToken,
  readToday,
  readSalesSummary,
  readSalesTrend,
  readPlatformPerformance,
  listPlatforms,
  createAccountEndpoint,
  listAccountsEndpoint,
  readAccountEndpoint,
  readAccountHealth,
  readAccountBudget,
  listCategories,
  readRequirements,
  listPlaces,
  changeAccountEndpoint,
  disconnectAccountEndpoint,
  testConnectionEndpoint,
  setWebhookAddress,
  readWebhookAddress,
  removeWebhookAddress,
  announceEvent,
  startOrderSync,
  startProductSync,
  startFullSync,
  cancelSyncLog,
  createScheduleEndpoint,
  listSchedulesEndpoint,
  readScheduleEndpoint,
  changeScheduleEndpoint,
  deleteScheduleEndpoint,
  pauseScheduleEndpoint,
  resumeScheduleEndpoint,
  followEvents,
  listSyncLogs,
  readSyncLog,
  exportSyncLogs,
  retrySyncLog,
  retrySyncLogs,
  readSyncStatus,
  listOrdersEndpoint,
  findOrders,
  readShipmentList,
  readOrder,
  addOrderMemo,
  deleteOrderMemo,
  setOrderStatus,
  changeInvoice,
  delayOrder,
  splitOrder,
  holdOrder,
  releaseOrder,
  cancelOrder,
  batchConfirm,
  listClaimsEndpoint,
  readClaim,
  actOnClaims,
  actOnClaim,
  resolveClaim,
  restockClaim,
  createProduct,
  makeFromListings,
  listProductsEndpoint,
  readProduct,
  showProductPicture,
  previewPicture,
  listNoticeKinds,
  changeProduct,
  deleteProductEndpoint,
  publishProduct,
  listProductListings,
  chooseForShop,
  forgetChoicesEndpoint,
  exportProducts,
  createImport,
  listImportsEndpoint,
  readImport,
  listImportRowsEndpoint,
  readErrorsAsWorkbook,
  readErrorsAsCsv,
  confirmImportEndpoint,
  deleteImportEndpoint,
  listListingsEndpoint,
  readListing,
  showListingPicture,
  refreshListingEndpoint,
  pauseListing,
  resumeListing,
  linkItem,
  linkItems,
  listProposals,
  acceptProposals,
  listClashesEndpoint,
  startInventorySync,
  readStockSettingsEndpoint,
  writeStockSettingsEndpoint,
  readOversellWindows,
  listStockDrift,
  changeStockTerms,
  listPriceRules,
  createPriceRule,
  changePriceRule,
  deletePriceRule,
  listFeeRatesEndpoint,
  setFeeRateEndpoint,
  deleteFeeRate,
  quotePricesEndpoint,
  applyPricesEndpoint,
  listInventory,
  exportInventory,
  listLowStockEndpoint,
  listReturns,
  readInventory,
  listInventoryMovements,
  listStockOffers,
  changeSafetyStock,
  moveInventory,
  listLocationsEndpoint,
  createLocation,
  changeLocationEndpoint,
  listCommandsEndpoint,
  retryCommandsEndpoint,
  cancelCommandsEndpoint,
  readCommand,
  retryCommand,
  cancelCommand,
  listAuditEndpoint,
  exportAudit,
  verifyAuditEndpoint,
  listMarketplaceConfigsEndpoint,
  changeMarketplaceConfigEndpoint,
  readRetentionEndpoint,
  changeRetentionEndpoint,
  changeBusiness,
  readNotifications,
  changeNotifications,
  createWebhookEndpoint,
  listWebhooksEndpoint,
  readWebhook,
  changeWebhookEndpoint,
  deleteWebhookEndpoint,
  rotateSecret,
  pauseWebhookEndpoint,
  resumeWebhookEndpoint,
  testWebhook,
  listDeliveriesEndpoint,
  readDelivery,
  resendDeliveryEndpoint,
  createPlan,
  listPlansEndpoint,
  readPlan,
  listPlanItemsEndpoint,
  confirmPlanEndpoint,
  undoPlanEndpoint,
  cancelPlanEndpoint,
];
