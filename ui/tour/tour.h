#pragma once

#include "core/base/connectionclass.h"
#include "core/base/objectid.h"
#include "models/eventloopwatchdog.h"
#include "ui/tour/stalledserver.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QImage;

namespace squall::models {
class Studio;
struct ConnectionForm;
}

namespace squall::ui {

class MainWindow;
class SqlPage;
class TableView;
class Theme;

/// Walks every view on one database and saves a picture of each: light and dark, at one and at two pixels a
/// point. Changes are staged and sent on the demo alone; elsewhere it only looks, and says what it leaves
/// out.
class Tour : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString folder;
        QString url;
        QString project = {}; ///< of Drizzle, on that database; its steps are left out without one
    };

    Tour(MainWindow &window, models::Studio &studio, Theme &theme, Options options);

    void start();

signals:
    /// `problems`: what could not be shown, and where the event loop stood still for too long.
    void finished(const QStringList &problems);

private:
    struct Step
    {
        QString name;
        std::function<void()> prepare;
        std::function<bool()> ready;
        bool onlyOnDemo = false;
    };

    void addStartSteps();
    void addStateSteps();
    void addNavigatorSteps();
    void addObjectSteps();
    void addRowSteps();
    void addRelationSteps();
    void addFilterSteps();
    void addEditingSteps();
    void addReviewSteps();
    void addPopupSteps();
    void addDefinitionSteps();
    void addRelatedSteps();
    void addSqlSteps();
    void addDiagramSteps();
    void addDiagramOverlaySteps();
    void addDiagramChangeSteps();
    void addDiagramWaySteps();
    void addNamedDiagramSteps();
    void addProjectSteps();
    void addProjectLeavingStep();
    void addProjectDiagramStep();
    void addPaletteSteps();
    void addProductionSteps();
    void add(const QString &name, std::function<void()> prepare, std::function<bool()> ready);
    /// One that stages or sends changes.
    void addChanging(const QString &name, std::function<void()> prepare, std::function<bool()> ready);
    void begin();
    void poll();
    void shoot();
    void save(const QString &suffix, double scale);
    /// As it is, or as if it was of another class.
    void openDatabase(std::optional<ConnectionClass> as = {});
    bool isOpen() const;
    /// The demo's database, on this machine.
    bool isDemo() const;
    bool isProjectRead() const;
    void showPart(int part);
    /// Nothing where the name is empty.
    void preview(const ObjectId &id);
    void paintPopup(QImage &image) const;
    TableView *table() const;
    /// Shows the rows that it was last asked for.
    static bool isSettled(TableView *view);
    /// In front; nullptr when it is something else.
    SqlPage *sqlPage() const;
    void stageSome();
    bool stagedInResult();
    /// The current tab is a table with this part in front.
    bool isShowing(int part) const;
    /// The object that shows most: `workouts`, else the largest table.
    ObjectId subject() const;
    ObjectId mostPointedTo() const;
    QWidget *shown(const char *name) const;

    MainWindow &m_window;
    models::Studio &m_studio;
    Theme &m_theme;
    Options m_options;
    StalledServer m_stalled;
    std::vector<Step> m_steps;
    size_t m_step = 0;
    QTimer m_poll;
    QElapsedTimer m_sinceBegin;
    QElapsedTimer m_sinceReady;
    models::EventLoopWatchdog m_watchdog;
    QStringList m_problems;
    bool m_staged = false;
    bool m_mergeAsked = false;
};

} // namespace squall::ui
