#pragma once

class QWidget;

namespace squall::models {
class OpenDatabase;
class Studio;
}

namespace squall::ui {

class MainWindow;
class TableView;
class Theme;

/// Ctrl+S: opens the review of what is staged; in the review itself, applies.
void reviewChanges(MainWindow &window, models::OpenDatabase &database);
/// Stages what takes the last committed batch back, and opens the review of that.
void undoLastCommit(MainWindow &window, models::OpenDatabase &database);
/// The same with one of the last batches, which it offers.
void chooseCommit(MainWindow &window, models::OpenDatabase &database);

/// Opens the review at what is staged in this table.
void reviewTable(MainWindow &window, const TableView &table);

/// While a database is open.
QWidget *makeReviewPage(MainWindow &window, models::Studio &studio, const Theme &theme, QWidget *parent);

} // namespace squall::ui
