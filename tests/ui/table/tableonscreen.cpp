#include "tests/ui/table/tableonscreen.h"

#include "core/pg/connection.h"
#include "models/cellrole.h"
#include "tests/models/connectionto.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

namespace squall::test {

using namespace Qt::StringLiterals;
using models::EditMark;

namespace {

constexpr int patienceMs = 60'000;

models::ConnectionForm formOf(const pg::ConnectionOptions &options,
                              const std::function<void(models::ConnectionForm &)> &adapt)
{
    auto form = connectionTo(options);
    if (adapt)
        adapt(form);
    return form;
}

} // namespace

TableOnScreen::TableOnScreen(const QString &script,
                             const std::function<void(models::ConnectionForm &)> &adapt)
    : m_options(TestServer::of().createDatabase())
    , m_other(std::make_unique<pg::Connection>(m_options))
    , m_theme(std::make_unique<ui::Theme>(*qApp, ui::Theme::Choice::Light))
    , m_database(std::make_unique<models::OpenDatabase>(formOf(m_options, adapt)))
{
    if (const auto done = m_other->runScript(script); !done)
        qFatal("%s", qPrintable(done.error().message));
    m_database->open();
    const auto isOpen = [this] { return m_database->state() == models::OpenDatabase::State::Open; };
    if (!QTest::qWaitFor(isOpen, patienceMs))
        qFatal("%s", qPrintable(m_database->error().message));
}

TableOnScreen::~TableOnScreen() = default;

void TableOnScreen::open(const QString &name, Kind kind, QSize size)
{
    const ObjectId id{kind, u"public"_s, name};
    m_view = std::make_unique<ui::TableView>(*m_theme, m_database->editedRows(id), id);
    m_view->setSnapshot(m_database->snapshot());
    m_view->resize(size);
    m_view->show();
    const auto isReady = [this] {
        return m_view->isActiveWindow() && m_view->rows().state() == models::RowWindowModel::State::Ready;
    };
    if (!QTest::qWaitFor(isReady, patienceMs))
        qFatal("%s was not read", qPrintable(name));
    grid().setFocus();
}

void TableOnScreen::clear()
{
    m_database->changes().clear(m_database->changes().relations());
}

QString TableOnScreen::remark() const
{
    return m_view->findChild<QLabel *>(u"rowsRemark"_s)->text();
}

QString TableOnScreen::shown(qint64 row, int column) const
{
    const auto &rows = m_view->editedRows();
    const auto index = rows.index(static_cast<int>(row - rows.firstRow()), column);
    if (const auto filled = index.data(models::DefaultRole).toString(); !filled.isEmpty())
        return u'=' + filled;
    return index.data(models::NullRole).toBool() ? u"NULL"_s : index.data().toString();
}

QString TableOnScreen::marks() const
{
    const auto &rows = m_view->editedRows();
    QStringList marks;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const auto whole = rows.index(row, 0).data(models::RowMarkRole).value<EditMark>();
        const qint64 number = rows.firstRow() + row;
        if (whole == EditMark::Removed)
            marks << u"%1 -"_s.arg(row);
        if (whole == EditMark::Added) {
            QStringList values;
            for (int column = 0; column < rows.columnCount(); ++column)
                values << shown(number, column);
            marks << u"%1 + %2"_s.arg(row).arg(values.join(u'|'));
        }
        if (whole != EditMark::Changed)
            continue;
        for (int column = 0; column < rows.columnCount(); ++column) {
            if (rows.index(row, column).data(models::EditMarkRole).value<EditMark>() == EditMark::Changed)
                marks << u"%1:%2 ~ %3"_s.arg(row).arg(column).arg(shown(number, column));
        }
    }
    return marks.join(u"; "_s);
}

void perform(const QString &keys)
{
    for (const auto &step : keys.split(u' ', Qt::SkipEmptyParts)) {
        auto *target = QApplication::focusWidget();
        QVERIFY2(target, qPrintable(step));
        if (step.startsWith(u'\'')) {
            // The first letter opens the editor, which gets the others.
            for (const auto letter : step.sliced(1))
                QTest::keyClicks(QApplication::focusWidget(), QString(letter));
            continue;
        }
        const auto combination = QKeySequence(step)[0];
        const auto key =
            combination.key() == Qt::Key_Tab && combination.keyboardModifiers() & Qt::ShiftModifier
                ? Qt::Key_Backtab
                : combination.key();
        QTest::keyClick(target, key, combination.keyboardModifiers());
    }
}

} // namespace squall::test
